"""The days of 2004 to 2026 as two packages know them, each with its own record of announcements.

chinesecalendar is what the calendar of the portal was made from, so it shows that the days were
taken over and are read right. holidays was written by others, from the announcements themselves.
"""

import datetime
import typing

import chinese_calendar
import holidays

FIRST = datetime.date(2004, 1, 1)
LAST = datetime.date(2026, 12, 31)
DAY = datetime.timedelta(1)

# Two days that chinesecalendar lacks, as they were announced: 2005-12-31 was worked
# (国办发明电〔2005〕35号), and 2012-06-23, a Saturday, was 端午节 itself (国办发明电〔2011〕45号).
ANNOUNCED = {
    datetime.date(2005, 12, 31): (True, frozenset()),
    datetime.date(2012, 6, 23): (False, frozenset({"端午节"})),
}
WEEKEND = frozenset({"周末"})

FESTIVALS = frozenset("元旦 春节 清明节 劳动节 端午节 中秋节 国庆节".split())
VICTORY_DAY = "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日"
PARTS_OF_A_FESTIVAL = {"农历除夕": "春节", "春节延长假期": "春节"}


class Known(typing.NamedTuple):
    """A day: whether it is worked, and the names it may have when it is not."""

    worked: bool
    names: frozenset


def every_day():
    """All days that both packages know."""
    return [FIRST + DAY * n for n in range((LAST - FIRST).days + 1)]


def by_chinesecalendar(date):
    """Every day of a run of days off has its name there; other days off are weekends."""
    if date in ANNOUNCED:
        return Known(*ANNOUNCED[date])
    is_off, name = chinese_calendar.get_holiday_detail(date)
    if not is_off:
        return Known(True, frozenset())
    if not name:
        return Known(False, WEEKEND)
    chinese = chinese_calendar.Holiday(name).chinese
    # It says 清明 for 清明节.
    return Known(False, frozenset({chinese, chinese + "节"}))


def by_holidays(record, date):
    """A festival has its name there, a day moved next to it says only that it was moved, and a
    weekend within the days off says nothing."""
    if record.is_working_day(date):
        return Known(True, frozenset())
    name = record.get(date)
    if name is None:
        return Known(False, FESTIVALS | WEEKEND | {VICTORY_DAY})
    if "补假" in name or "调休" in name:
        return Known(False, FESTIVALS | {VICTORY_DAY})
    return Known(False, frozenset(PARTS_OF_A_FESTIVAL.get(part, part) for part in name.split("; ")))


def packages():
    """The name of each package, and its days."""
    years = range(FIRST.year - 1, LAST.year + 2)
    record = holidays.country_holidays("CN", years=years, language="zh_CN")
    yield "chinesecalendar", {date: by_chinesecalendar(date) for date in every_day()}
    yield "holidays", {date: by_holidays(record, date) for date in every_day()}
