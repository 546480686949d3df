"""Numbers of people against id-validator (places, dates, check) and python-stdnum (check).

Known differences: id-validator refuses counties it does not know and foreigners' numbers (first
digit 9), takes any day of the running year and births since 1800; python-stdnum refuses counties
that did not exist in the year of birth, so only its check digit is compared.
"""

import datetime
import functools

from id_validator import data, validator
from stdnum.cn import ric

COUNT = 12_000
FIRST = datetime.date(1850, 1, 1)
# The portal has a clock of its own, so births stay clear of today.
LAST = datetime.date(2024, 12, 31)
CHECKS = "0123456789X"

# The package builds its tables anew at each call, which takes most of the time.
for table in ("get_address_code", "get_address_code_timeline", "get_additional_address_code_timeline"):
    if hasattr(data, table):
        setattr(data, table, functools.cache(getattr(data, table)))


def places():
    """All codes of counties, today's and former ones, and of the three residence permits."""
    codes = set(data.get_address_code()) | set(data.get_address_code_timeline())
    counties = {code for code in codes if not code.endswith("00")}
    return sorted(counties | {"810000", "820000", "830000"})


def complete(body):
    """Adds the check digit by python-stdnum."""
    return body + ric.calc_check_digit(body + "0")


def right_number(chance, codes):
    """A number that holds."""
    birth = FIRST + datetime.timedelta(chance.randrange((LAST - FIRST).days))
    return complete(f"{chance.choice(codes)}{birth:%Y%m%d}{chance.randrange(1000):03}")


def slip(chance, number):
    """The number with one slip: a digit, two swapped, one lost, one more, or a wrong day."""
    at = chance.randrange(17)
    day = chance.choice(["00000000", "19990229", "18491231", "20991231", "19001301"])
    return chance.choice([
        lambda: number[:at] + chance.choice(CHECKS) + number[at + 1:],
        lambda: number[:at] + number[at + 1] + number[at] + number[at + 2:],
        lambda: number[:at] + number[at + 1:],
        lambda: number[:at] + "7" + number[at:],
        lambda: complete(number[:6] + day + number[14:17]),
        lambda: complete(chance.choice(["00", "16", "47", "55", "66", "84", "98"]) + number[2:17]),
    ])()


def is_date(digits):
    """Whether eight digits are a day from 1850 to the last that is safely past."""
    try:
        return FIRST <= datetime.datetime.strptime(digits, "%Y%m%d").date() <= LAST
    except ValueError:
        return False


def judge(number):
    """What the portal may say to a number of eighteen characters."""
    def wrong(answer):
        package = validator.is_valid(number)
        if not answer["ok"]:
            return "id-validator takes it" if package and is_date(number[6:14]) else None
        if number[17] != ric.calc_check_digit(number) or not is_date(number[6:14]):
            return "python-stdnum refuses it"
        if answer["birth_date"].replace("-", "") != number[6:14]:
            return "the birth differs"
        known = number[:6] in KNOWN
        return "id-validator refuses a county it knows" if known and not package else None
    return wrong


def judge_slip(number):
    """As `judge`, but many slips have not eighteen digits."""
    whole = len(number) == 18 and number[:17].isdigit()
    return judge(number) if whole else lambda answer: "a number of this form is wrong" if answer["ok"] else None


def judge_old(old):
    """Fifteen digits must be read as the number id-validator upgrades them to."""
    def wrong(answer):
        new = validator.upgrade_id(old)
        if not new:
            return None if not answer["ok"] else "id-validator refuses it"
        fits = answer["ok"] and answer["birth_date"].replace("-", "") == new[6:14]
        return None if fits else f"id-validator makes it born on {new[6:14]}"
    return wrong


KNOWN = set(places())


def comparisons(chance):
    """Right numbers, slips, and the fifteen digits of before (but those kept for centenarians)."""
    codes = sorted(KNOWN)
    right = [right_number(chance, codes) for _ in range(COUNT)]
    yield "right numbers of people", "id-number", [(number, judge(number)) for number in right]
    slips = [slip(chance, number) for number in right]
    slips = [number for number in slips if len(number) != 15]
    yield "numbers with a slip", "id-number", [(number, judge_slip(number)) for number in slips]
    old = [number[:6] + number[8:17] for number in right if number[14:17] < "996" and number[0] != "8"]
    yield "fifteen digits", "id-number", [(number, judge_old(number)) for number in old[:COUNT // 4]]
