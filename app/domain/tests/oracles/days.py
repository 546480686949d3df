"""Working days and limits against chinesecalendar, which ends with 2026.

The limits are counted here day by day, from the wording of the rules, on the package's days.
"""

import calendar
import datetime

import chinese_calendar

COUNT = 20_000
FIRST = datetime.date(2004, 1, 1)
LAST = datetime.date(2026, 12, 31)
DAY = datetime.timedelta(1)


def every_day():
    """All days the package knows."""
    return [FIRST + DAY * n for n in range((LAST - FIRST).days + 1)]


def judge_day(date):
    """Worked or not, as the package says; null beyond."""
    expected = chinese_calendar.is_workday(date) if FIRST <= date <= LAST else None
    return lambda answer: None if answer == {"ok": True, "workday": expected} else f"it is {expected}"


def roll(date):
    """The day, or the first worked one after it; and the days passed over."""
    passed = []
    while not chinese_calendar.is_workday(date):
        passed.append(date)
        date += DAY
    return date, passed


def after_workdays(date, value):
    """The n-th working day after a day; and the days passed over."""
    passed = []
    while value:
        date += DAY
        if chinese_calendar.is_workday(date):
            value -= 1
        else:
            passed.append(date)
    return date, passed


def after_months(date, value):
    """The same day so many months later, or the last of its month."""
    year, month = divmod(date.year * 12 + date.month - 1 + value, 12)
    return date.replace(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def due(date, value, unit):
    """When a limit is due, and the days passed over."""
    if unit == "workday" and value:
        return after_workdays(date, value)
    return roll(after_months(date, value) if unit == "month" else date + DAY * value)


def judge_limit(date, value, unit):
    """The due day and every day left out must be the same."""
    def wrong(answer):
        end, passed = due(date, value, unit)
        expected = (True, end.isoformat(), False, [day.isoformat() for day in passed])
        found = (answer["ok"], answer["due"], answer["expected"], [out["date"] for out in answer["excluded"]])
        return None if found == expected else f"counted day by day it is {end}"
    return wrong


def random_limit(chance):
    """A limit that ends within the days the package knows."""
    date = FIRST + DAY * chance.randrange((LAST - FIRST).days - 400)
    unit = chance.choice(["workday", "workday", "day", "month"])
    return date, chance.randrange(13 if unit == "month" else 91), unit


def comparisons(chance):
    """Every day the package knows, days beyond, and random limits."""
    beyond = [FIRST - DAY * n for n in (1, 7, 400)] + [LAST + DAY * n for n in (1, 7, 400)]
    yield "days", "workday", [(date.isoformat(), judge_day(date)) for date in every_day() + beyond]
    limits = [random_limit(chance) for _ in range(COUNT)]
    lines = [(f"{date} {value} {unit}", judge_limit(date, value, unit)) for date, value, unit in limits]
    yield "limits", "deadline", lines
