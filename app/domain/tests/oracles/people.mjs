// Numbers of people, right ones and ones with a slip, as the package validator sees them.
//
// Known differences, counted and no fault: the package takes births of any year, and days to come;
// 91 is a province to it; it knows no residence permits (81, 82, 83) and no foreigners (9).

import validator from "validator";

const PART = 50_000;
const SHOWN = 5;
const PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65];
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const LATEST = "20241231";

/** The same numbers in every run. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const complete = (body) =>
  body + "10X98765432"[[...body].reduce((sum, digit, at) => sum + Number(digit) * WEIGHTS[at], 0) % 11];

const padded = (number, places) => String(number).padStart(places, "0");

function right(roll) {
  const day = new Date(Date.UTC(1850, 0, 1) + roll(63_900) * 86_400_000).toISOString().slice(0, 10);
  const county = PROVINCES[roll(PROVINCES.length)] * 10_000 + (1 + roll(20)) * 100 + 1 + roll(30);
  return complete(county + day.replaceAll("-", "") + padded(roll(1000), 3));
}

/** One other digit, and in half of them the check digit that fits it. */
function slip(roll, number) {
  const at = roll(17);
  const other = number.slice(0, at) + "0123456789"[roll(10)] + number.slice(at + 1);
  return roll(2) ? complete(other.slice(0, 17)) : other;
}

/** Nothing, the package's own reason, or what is wrong. */
function judge(number, answer) {
  const takes = validator.isIdentityCard(number, "zh-CN");
  if (answer.ok === takes) return {};
  const birth = number.slice(6, 14);
  if (takes && (birth < "18500101" || birth > LATEST)) return { known: "takes births before 1850 and days to come" };
  if (takes && number.startsWith("91")) return { known: "takes 91 for a province (abroad); in numbers a 9 is a foreigner, then comes the province" };
  if (!takes && number[0] === "9") return { known: "knows no foreign permanent residents (rules of 2023)" };
  if (!takes && /^8[123]/.test(number)) return { known: "knows no residence permits (2018)" };
  return { wrong: takes ? "validator takes it" : "validator refuses it" };
}

/** Compares; the number of differences. `ask` gives the portal's answers to lines. */
export function people(ask, count) {
  const roll = dice(1);
  let compared = 0;
  const wrong = [];
  const known = new Map();
  for (let left = count; left > 0; left -= PART) {
    const numbers = Array.from({ length: Math.min(PART, left) }, () => right(roll));
    const lines = numbers.concat(numbers.map((number) => slip(roll, number)));
    ask(lines).forEach((answer, at) => {
      const found = judge(lines[at], answer);
      if (found.known) known.set(found.known, (known.get(found.known) ?? 0) + 1);
      if (found.wrong) wrong.push(`${lines[at]} gives ${JSON.stringify(answer)}: ${found.wrong}`);
    });
    compared += lines.length;
  }
  console.log(`numbers of people by validator: ${compared} compared, ${wrong.length} differ`);
  wrong.slice(0, SHOWN).forEach((line) => console.log(`  ${line}`));
  known.forEach((times, reason) => console.log(`  ${times} times: validator ${reason}`));
  return wrong.length;
}
