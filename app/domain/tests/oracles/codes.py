"""Credit codes and identifiers of certificates against python-stdnum.

Known difference: stdnum.cn.uscc takes any division and does not look at the check character of
the organisation code (GB 11714), so a code it takes may still be refused for one of these.
"""

from stdnum.cn import uscc
from stdnum.iso7064 import mod_37_36

COUNT = 10_000
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PROVINCES = ["11", "13", "15", "22", "31", "44", "51", "65"]
ROOT = "1.2.156.3005.2."


def organisation_check(body):
    """The last character of an organisation code, by GB 11714."""
    total = sum(LETTERS.index(c) * weight for c, weight in zip(body, (3, 7, 9, 10, 5, 8, 4, 2)))
    return "0123456789X0"[11 - total % 11]


def right_code(chance):
    """A credit code that holds."""
    body = "".join(chance.choice(ALPHABET) for _ in range(8))
    front = chance.choice(["11", "12", "51", "52", "91", "92", "93"]) + chance.choice(PROVINCES)
    code = f"{front}{chance.randrange(10_000):04}{body}{organisation_check(body)}"
    return code + uscc.calc_check_digit(code)


def slip(chance, text, letters):
    """The text with one other character."""
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(letters) + text[at + 1:]


def judge_code(code):
    """What the portal may say to a credit code."""
    def wrong(answer):
        if answer["ok"]:
            return None if uscc.is_valid(code) else "python-stdnum refuses it"
        own = code[2:4] not in PROVINCES or organisation_check(code[8:16]) != code[16]
        return None if own or not uscc.is_valid(code) else "python-stdnum takes it"
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


def judge_right(text):
    """Must be taken."""
    return lambda answer: None if answer["ok"] else "it is right"


def comparisons(chance):
    """Right codes and identifiers, and ones with a slip."""
    right = [right_code(chance) for _ in range(COUNT)]
    yield "right credit codes", "credit-code", [(code, judge_right(code)) for code in right]
    slips = [slip(chance, code, LETTERS) for code in right]
    yield "credit codes with a slip", "credit-code", [(code, judge_code(code)) for code in slips]
    right = [chance.choice(["", ROOT]) + right_identifier(chance) for _ in range(COUNT)]
    yield "right identifiers", "certificate-id", [(text, judge_right(text)) for text in right]
    slips = [slip(chance, text.removeprefix(ROOT), LETTERS) for text in right]
    yield "identifiers with a slip", "certificate-id", [(text, judge_identifier(text)) for text in slips]
