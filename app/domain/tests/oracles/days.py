"""Days and limits against independent packages, which end with 2026.

The limits are counted here day by day, from the wording of the rules, on a package's days alone.
"""

import calendar
import itertools

from packages import DAY, FIRST, LAST, packages

COUNT = 20_000
LONGEST = 30


def judge_day(date, known):
    """Worked or not, as the package says; null beyond."""
    expected = known[date].worked if date in known else None
    return lambda answer: None if answer == {"ok": True, "workday": expected} else f"it is {expected}"


def judge_kind(date, known):
    """A limit on the spot is due on the day itself if it is worked; if not, the reason tells the
    kind of the day: a weekend, or a holiday by its name."""
    day = date.isoformat()
    def wrong(answer):
        out = [left["reason"] for left in answer["excluded"] if left["date"] == day]
        if known[date].worked:
            return "it is worked" if out or answer["due"] != day else None
        return None if len(out) == 1 and out[0] in known[date].names else f"it is {sorted(known[date].names)}"
    return wrong


def roll(date, known):
    """The day, or the first worked one after it; and the days passed over."""
    passed = []
    while not known[date].worked:
        passed.append(date)
        date += DAY
    return date, passed


def after_workdays(date, value, known):
    """The n-th working day after a day; and the days passed over."""
    passed = []
    while value:
        date += DAY
        if known[date].worked:
            value -= 1
        else:
            passed.append(date)
    return date, passed


def after_months(date, value):
    """The same day so many months later, or the last of its month."""
    year, month = divmod(date.year * 12 + date.month - 1 + value, 12)
    return date.replace(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def due(date, value, unit, known):
    """When a limit is due, and the days passed over."""
    if unit == "workday" and value:
        return after_workdays(date, value, known)
    return roll(after_months(date, value) if unit == "month" else date + DAY * value, known)


def judge_limit(date, value, unit, known):
    """The due day and every day left out must be the same; beyond the package's days it must be
    said that the date is only expected."""
    def wrong(answer):
        try:
            end, passed = due(date, value, unit, known)
        except KeyError:
            return None if answer["ok"] and answer["expected"] else "not all its days are known"
        expected = (True, end.isoformat(), False, [day.isoformat() for day in passed])
        found = (answer["ok"], answer["due"], answer["expected"], [out["date"] for out in answer["excluded"]])
        return None if found == expected else f"counted day by day it is {end}"
    return wrong


def asked(date, value, unit, known):
    """The line that asks for a limit, and its judge."""
    return f"{date} {value} {unit}", judge_limit(date, value, unit, known)


def random_limit(chance):
    """A limit that ends within the days the package knows."""
    date = FIRST + DAY * chance.randrange((LAST - FIRST).days - 400)
    unit = chance.choice(["workday", "workday", "day", "month"])
    return date, chance.randrange(13 if unit == "month" else 91), unit


def comparisons(chance, _count):
    """Every day and days beyond, its kind, and random limits of all units by each package; then every
    limit up to the longest from every day, by the last: the days of all are the same by then."""
    beyond = [FIRST - DAY * n for n in (1, 7, 400)] + [LAST + DAY * n for n in (1, 7, 400)]
    for name, known in packages():
        days = [*known, *beyond]
        limits = [random_limit(chance) for _ in range(COUNT)]
        yield f"days of {name}", "workday", [(str(date), judge_day(date, known)) for date in days]
        yield f"kinds of {name}", "deadline", [(f"{date} 0 day", judge_kind(date, known)) for date in known]
        yield f"limits by {name}", "deadline", [asked(*limit, known) for limit in limits]
    every = itertools.product(known, range(1, LONGEST + 1))
    lines = [asked(date, value, "workday", known) for date, value in every]
    yield f"every limit up to {LONGEST} by {name}", "deadline", lines
