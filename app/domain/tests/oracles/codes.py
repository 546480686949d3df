"""Credit codes and identifiers of certificates against python-stdnum.

Known differences: stdnum.cn.uscc takes any division and does not look at the check character of
the organisation code (GB 11714); and it wants digits in the first eight places, so it refuses the
registries N and A of village collectives and the army.
"""

from stdnum.cn import uscc
from stdnum.iso7064 import mod_37_36

from verdict import Known

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FRONTS = {"11", "12", "13", "19", "51", "52", "53", "59", "91", "92", "93", "N1", "N2", "N3", "N9", "A1", "A9"}
PROVINCES = ["11", "13", "15", "22", "31", "44", "51", "65"]
ROOT = "1.2.156.3005.2."


def organisation_check(body):
    """The last character of an organisation code, by GB 11714."""
    total = sum(LETTERS.index(c) * weight for c, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2)))
    return "0123456789X0"[11 - total % 11]


def right_code(chance):
    """A credit code that holds."""
    body = "".join(chance.choice(ALPHABET) for _ in range(8))
    front = chance.choice(["11", "12", "51", "52", "91", "92", "93", "N1", "N2", "A1"]) + chance.choice(PROVINCES)
    code = f"{front}{chance.randrange(10_000):04}{body}{organisation_check(body)}"
    return code + code_check(code)


def code_check(body):
    """The last character, by GB 32100; python-stdnum's own sum, for letters in front too."""
    total = sum(ALPHABET.index(c) * pow(3, at, 31) for at, c in enumerate(body))
    return ALPHABET[-total % 31]


def slip(chance, text, letters):
    """The text with one other character."""
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(letters) + text[at + 1:]


def judge_code(code):
    """What the portal may say to a credit code."""
    def wrong(answer):
        takes = uscc.is_valid(code)
        if answer["ok"] == takes:
            return None
        if answer["ok"]:
            letters = not code[:8].isdigit() and code_check(code[:17]) == code[17]
            return Known("python-stdnum wants digits in front (GB 32100 gives N and A to registries)") \
                if letters else "python-stdnum refuses it"
        if code[2:4] not in PROVINCES:
            return Known("python-stdnum takes any division (GB/T 2260)")
        if organisation_check(code[8:16]) != code[16]:
            return Known("python-stdnum does not check the organisation code (GB 11714)")
        if code[:2] not in FRONTS:
            return Known("python-stdnum takes any registry and kind (GB 32100, table 1)")
        return "python-stdnum takes it"
    return wrong


def right_identifier(chance):
    """The identifier of a certificate that holds."""
    serial = "".join(chance.choice(LETTERS) for _ in range(chance.randrange(1, 33)))
    kind = f"{right_code(chance)}{chance.randrange(1000):03}"
    parts = [kind, right_code(chance), serial, f"{chance.randrange(1, 1000):03}"]
    return ".".join([*parts, mod_37_36.calc_check_digit("".join(parts))])


def judge_identifier(text):
    """Taken exactly when the check character fits; the parts keep their form under a slip."""
    def wrong(answer):
        fits = mod_37_36.is_valid(text.removeprefix(ROOT).replace(".", ""))
        if answer["ok"] and not fits:
            return "python-stdnum refuses it"
        refused = not answer["ok"] and fits and answer["code"] == "checksum"
        return "python-stdnum takes it" if refused else None
    return wrong


def judge_right_code(code):
    """Must be taken, whatever the package says."""
    return lambda answer: judge_code(code)(answer) if answer["ok"] else "it is right"


def judge_right(text):
    """Must be taken."""
    return lambda answer: None if answer["ok"] else "it is right"


def comparisons(chance, count):
    """Right codes and identifiers, and ones with a slip."""
    right = [right_code(chance) for _ in range(count)]
    yield "right credit codes", "credit-code", [(code, judge_right_code(code)) for code in right]
    slips = [slip(chance, code, LETTERS) for code in right]
    yield "credit codes with a slip", "credit-code", [(code, judge_code(code)) for code in slips]
    right = [chance.choice(["", ROOT]) + right_identifier(chance) for _ in range(count)]
    yield "right identifiers", "certificate-id", [(text, judge_right(text)) for text in right]
    slips = [slip(chance, text.removeprefix(ROOT), LETTERS) for text in right]
    yield "identifiers with a slip", "certificate-id", [(text, judge_identifier(text)) for text in slips]
