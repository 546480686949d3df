// Compares the working days of `yihao check` with the package chinese-days, and its numbers of
// people with the package validator.
//
//     npm install && node compare.mjs PATH_OF_YIHAO [COUNT]
//
// Known differences: the package takes days after 2026 for plain weekdays; they are not compared.
// And it lacks 2005-12-31, a Saturday that was worked (国办发明电〔2005〕35号); neither that day nor a
// limit that it lies in is compared.

import { execFileSync } from "node:child_process";
import chineseDays from "chinese-days";
import { people } from "./people.mjs";

const FIRST = Date.UTC(2004, 0, 1);
const LAST = Date.UTC(2026, 11, 31);
const DAY = 86_400_000;
const FURTHEST = 60;
const SHOWN = 5;
const LACKING = "2005-12-31";

const iso = (time) => new Date(time).toISOString().slice(0, 10);

/** What the portal says to each line. */
function answers(binary, kind, lines) {
  const input = lines.map((line) => `${line}\n`).join("");
  const output = execFileSync(binary, ["check", kind], { input, maxBuffer: 1 << 30 });
  return output.toString().trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** Shows and counts the lines whose answer is not what the package says. */
function differences(binary, kind, lines, found, expected) {
  const all = answers(binary, kind, lines);
  const wrong = lines.filter((line, at) => found(all[at]) !== expected(line));
  console.log(`${kind}: ${lines.length} compared, ${wrong.length} differ`);
  wrong.slice(0, SHOWN).forEach((line) => console.log(`  ${line}: chinese-days says ${expected(line)}`));
  return wrong.length;
}

function main(binary, count) {
  const days = [];
  for (let time = FIRST; time <= LAST; time += DAY) days.push(iso(time));
  const limits = days.slice(0, -120).map((day, at) => `${day} ${1 + ((at * 7) % FURTHEST)} workday`);
  const nth = (line) => {
    const [day, value] = line.split(" ");
    return chineseDays.findWorkday(Number(value), day);
  };
  const whole = limits.filter((line) => line.slice(0, 10) >= LACKING || nth(line) < LACKING);
  const known = days.filter((day) => day !== LACKING);
  return (
    differences(binary, "workday", known, (answer) => answer.workday, (day) => chineseDays.isWorkday(day)) +
    differences(binary, "deadline", whole, (answer) => answer.due, nth) +
    people((lines) => answers(binary, "id-number", lines), count)
  );
}

const [binary, count = "12000"] = process.argv.slice(2);
if (!binary) throw new Error("usage: node compare.mjs PATH_OF_YIHAO [COUNT]");
process.exitCode = main(binary, Number(count)) === 0 ? 0 : 1;
