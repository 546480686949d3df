"""Numbers of people against id-validator (places, dates, check) and python-stdnum (places, check).

Known differences: id-validator refuses counties it does not know and foreigners' numbers (first
digit 9), takes any day of the running year and births since 1800; python-stdnum refuses counties
that did not exist in the year of birth.
"""

import datetime
import functools

from id_validator import data, validator
from stdnum.cn import ric

from verdict import Known

FIRST = datetime.date(1850, 1, 1)
# The portal has a clock of its own, so births stay clear of today.
LAST = datetime.date(2024, 12, 31)
CHECKS = "0123456789X"
PROVINCES = ["11", "22", "31", "44", "51", "65"]
COUNTRIES = ["036", "124", "250", "276", "392", "643", "826", "840"]

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


def right_permit(chance):
    """A residence permit of Hong Kong, Macao or Taiwan (first six digits instead of a county)."""
    return right_number(chance, ["810000", "820000", "830000"])


def right_foreigner(chance):
    """A foreign permanent resident (2023): 9, province, country, day, sequence, check."""
    return right_number(chance, [f"9{chance.choice(PROVINCES)}{chance.choice(COUNTRIES)}"])


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
        takes = validator.is_valid(number)
        if not answer["ok"]:
            return refused(number) if takes else None
        if number[17] != ric.calc_check_digit(number) or not is_date(number[6:14]):
            return "python-stdnum refuses it"
        if answer["birth_date"].replace("-", "") != number[6:14]:
            return "the birth differs"
        return not_taken(number) if not takes else since_when(number)
    return wrong


def refused(number):
    """Why a number that id-validator takes may be wrong."""
    if is_date(number[6:14]):
        return "id-validator takes it"
    return Known("id-validator takes a birth before 1850 or later than today")


def not_taken(number):
    """Why a number that id-validator refuses may be right."""
    if number[0] == "9":
        return Known("id-validator knows no foreign permanent residents (rules of 2023)")
    if number[:6] not in KNOWN:
        return Known("id-validator wants a county of its list; an abolished or unlisted code is no error")
    return "id-validator refuses a county it knows"


def since_when(number):
    """python-stdnum wants a county of the year of birth."""
    try:
        if ric.is_valid(number):
            return None
    except KeyError:
        return Known("python-stdnum breaks off (KeyError) over places of its list without a county (xx90xx)")
    return Known("python-stdnum wants a county that existed at birth; GB 11643: where first registered")


def judge_right(number):
    """Must be taken, whatever a package says."""
    return lambda answer: judge(number)(answer) if answer["ok"] else "it is right"


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


def comparisons(chance, count):
    """Right numbers of each kind, slips, and the fifteen digits of before (but those kept for
    centenarians)."""
    codes = sorted(code for code in KNOWN if code[0] != "8")
    kinds = {
        "residents": lambda: right_number(chance, codes),
        "residence permits": lambda: right_permit(chance),
        "foreign permanent residents": lambda: right_foreigner(chance),
    }
    for name, make in kinds.items():
        right = [make() for _ in range(count)]
        yield f"right numbers of {name}", "id-number", [(number, judge_right(number)) for number in right]
        slips = [slip(chance, number) for number in right]
        slips = [number for number in slips if len(number) != 15]
        yield f"{name} with a slip", "id-number", [(number, judge_slip(number)) for number in slips]
        if name == "residents":
            old = [n[:6] + n[8:17] for n in right if n[14:17] < "996" and n[6:8] == "19"]
            yield "fifteen digits", "id-number", [(number, judge_old(number)) for number in old]
