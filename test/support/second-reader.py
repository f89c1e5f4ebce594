"""Reads the event fixtures with libraries that share nothing with the codecs (icalendar, dateutil, zoneinfo) and compares what the files beside them
expect: UID, texts, start and end as instants or dates, the dates of the series, and the same of the Outlook side. Prints JSON: compared, differences."""
import base64
import hashlib
import json
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rruleset, rrulestr
from icalendar import Calendar

FOLDER = Path(sys.argv[1])
FLOATING = 'Asia/Taipei'
DESK = 'Asia/Taipei'
MOST = 60
# By hand, from the Windows zone names; none of the project's tables.
WINDOWS = {
    'Taipei Standard Time': 'Asia/Taipei', 'Tokyo Standard Time': 'Asia/Tokyo', 'W. Europe Standard Time': 'Europe/Berlin', 'Romance Standard Time': 'Europe/Paris',
    'GMT Standard Time': 'Europe/London', 'Pacific Standard Time': 'America/Los_Angeles', 'Eastern Standard Time': 'America/New_York', 'UTC': 'UTC',
    'China Standard Time': 'Asia/Shanghai', 'Central Europe Standard Time': 'Europe/Prague', 'India Standard Time': 'Asia/Kolkata', 'Singapore Standard Time': 'Asia/Singapore',
    'AUS Eastern Standard Time': 'Australia/Sydney', 'Central European Standard Time': 'Europe/Warsaw', 'Central Standard Time': 'America/Chicago',
}


def instant(local, zone):
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(FLOATING if zone == 'floating' else zone)).astimezone(ZoneInfo('UTC')).isoformat()


def of_text(value):
    """An instant in UTC, or a date, of what icalendar gives."""
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.tzinfo is None:
        return instant(value.isoformat(), FLOATING)
    return value.astimezone(ZoneInfo('UTC')).isoformat()


def end_of(event, start):
    if 'DTEND' in event:
        end = event.decoded('DTEND')
        return end + timedelta(days=1) if end == start and not isinstance(start, datetime) else end
    if 'DURATION' in event:
        length = event.decoded('DURATION')
        if isinstance(start, datetime) and start.tzinfo is not None and length.seconds == 0 and str(event['DURATION'].to_ical(), 'ascii').find('T') < 0:
            wall = (start.replace(tzinfo=None) + length)
            return start.tzinfo.localize(wall) if hasattr(start.tzinfo, 'localize') else wall.replace(tzinfo=start.tzinfo)
        return start.tzinfo.normalize(start + length) if isinstance(start, datetime) and hasattr(start.tzinfo, 'normalize') else start + length
    return start if isinstance(start, datetime) else start + timedelta(days=1)


def bare(value):
    return value.replace(tzinfo=None) if isinstance(value, datetime) else datetime(value.year, value.month, value.day)


def text_dates(event, start):
    """Dates on the wall clock of the start, of the rule alone."""
    if 'RRULE' not in event:
        return None
    rule = event['RRULE']
    until = rule.get('UNTIL', [None])[0]
    words = {key: value for key, value in rule.items() if key != 'UNTIL'}
    text = type(rule)(words).to_ical().decode()
    if until is not None:
        if isinstance(until, datetime) and until.tzinfo is not None and isinstance(start, datetime):
            zone = start.tzinfo if start.tzinfo is not None else ZoneInfo(FLOATING)
            until = until.astimezone(zone)
        last = bare(until) if isinstance(until, datetime) or not isinstance(start, datetime) else bare(until) + timedelta(hours=23, minutes=59, seconds=59)
        text += ';UNTIL=' + last.strftime('%Y%m%dT%H%M%S')
    found = rruleset()
    found.rrule(rrulestr(text, dtstart=bare(start)))
    return [day.date().isoformat() for day in take(found)]


def take(dates):
    for count, day in enumerate(dates):
        if count == MOST:
            return
        yield day


def model_dates(rule, start):
    """The same of the model's words."""
    freq = {'daily': DAILY, 'weekly': WEEKLY, 'monthly': MONTHLY, 'yearly': YEARLY}[rule['freq']]
    days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
    parts = {'freq': freq, 'interval': rule['interval'], 'dtstart': start}
    if rule['byDay']:
        parts['byweekday'] = [days.index(day) for day in rule['byDay']]
    if rule['byMonthDay']:
        parts['bymonthday'] = rule['byMonthDay']
    if rule['byMonth']:
        parts['bymonth'] = rule['byMonth']
    if rule['position'] is not None:
        parts['bysetpos'] = rule['position']
    end = rule['end']
    if end['kind'] == 'count':
        parts['count'] = end['count']
    if end['kind'] == 'until':
        parts['until'] = datetime.fromisoformat(end['until'])
    return [day.date().isoformat() for day in take(rrule(**parts))]


def outlook_dates(pattern, start):
    """The same of Outlook's pattern: OlRecurrenceType, a mask that begins with Sunday, days past the month's end taken for its last."""
    mask = [index for index in range(7) if pattern.get('DayOfWeekMask', 0) >> index & 1]
    weekdays = [(index + 6) % 7 for index in mask]
    kind, interval = pattern['RecurrenceType'], pattern.get('Interval', 1)
    parts = {'dtstart': start}
    if kind == 0:
        parts.update(freq=DAILY, interval=interval)
    elif kind == 1:
        parts.update(freq=WEEKLY, interval=interval, byweekday=weekdays)
    else:
        parts.update(freq=MONTHLY, interval=interval if kind in (2, 3) else pattern.get('Interval', 12))
        if kind in (3, 6):
            parts.update(byweekday=weekdays, bysetpos=-1 if pattern['Instance'] == 5 else pattern['Instance'])
        else:
            day = pattern['DayOfMonth']
            parts.update(bymonthday=list(range(min(day, 28), day + 1)), bysetpos=-1)
    if 'Occurrences' in pattern:
        parts['count'] = pattern['Occurrences']
    if 'PatternEndDate' in pattern:
        parts['until'] = datetime.fromisoformat(pattern['PatternEndDate'][:10]) + timedelta(hours=23, minutes=59)
    return [day.date().isoformat() for day in take(rrule(**parts))]


def line(text):
    return ' '.join(str(text).replace('\r\n', '\n').split('\n')).strip()


def lines(text):
    return str(text).replace('\r\n', '\n').rstrip()


def several(event, name):
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def categories(event):
    # icalendar 4.0.3 parts a name at its escaped commas: joined again, both are the same.
    return ','.join(str(one) for held in several(event, 'CATEGORIES') for one in held.cats)


def files(event):
    inline = [one for one in several(event, 'ATTACH') if str(one.params.get('ENCODING', '')).upper() == 'BASE64']
    octets = [base64.b64decode(getattr(one, 'obj', one)) for one in inline]
    return [[one.params.get('X-FILENAME') or one.params.get('FILENAME'), hashlib.sha256(held).hexdigest()] for one, held in zip(inline, octets)]


def compare(name):
    expected = json.loads((FOLDER / (name + '.json')).read_text('utf8'))
    calendar = Calendar.from_ical((FOLDER / (name + '.ics')).read_text('utf-8-sig'))
    event = next(one for one in calendar.walk('VEVENT') if 'RECURRENCE-ID' not in one)
    fields, outlook = expected['fields'], expected.get('outlook', {})
    start = event.decoded('DTSTART')
    end = end_of(event, start)
    when = fields['when']
    pairs = [
        ('uid', expected['uid'], str(event['UID'])), ('subject', fields.get('subject', ''), line(event.get('SUMMARY', ''))),
        ('location', fields.get('location', ''), line(event.get('LOCATION', ''))), ('body', fields.get('body', ''), lines(event.get('DESCRIPTION', ''))),
        ('all day', when['allDay'], not isinstance(start, datetime)),
        ('start', when['start'] if when['allDay'] else instant(when['start']['local'], when['start']['zone']), of_text(start)),
        ('end', when['end'] if when['allDay'] else instant(when['end']['local'], when['end']['zone']), of_text(end)),
        ('recurs', 'rule' in fields, 'RRULE' in event),
        ('categories', ','.join(fields.get('categories', [])), categories(event)), ('files', [[one['name'], one['sha256']] for one in fields.get('attachments', [])], files(event)),
        ('attached in Outlook', outlook.get('attached', []) if outlook else [name for name, _ in files(event)], [name for name, _ in files(event)]),
    ]
    if 'rule' in fields:
        dates = text_dates(event, start)
        pairs.append(('dates', model_dates(fields['rule'], bare(start)), dates))
        if 'pattern' in outlook:
            pairs.append(('dates in Outlook', outlook_dates(outlook['pattern'], bare(start)), dates))
    if 'StartTimeZone' in outlook:
        for word, value in (('Start', start), ('End', end)):
            member = word + 'In' + word + 'TimeZone'
            pairs.append((word + ' in Outlook', instant(outlook[member], WINDOWS[outlook[word + 'TimeZone']]), of_text(value)))
    if outlook.get('AllDayEvent'):
        pairs += [('Start in Outlook', outlook['Start'][:10], start.isoformat()), ('End in Outlook', outlook['End'][:10], end.isoformat())]
    if 'Subject' in outlook:
        pairs.append(('Subject in Outlook', outlook['Subject'].split(': ')[-1] if fields.get('cancelled') else outlook['Subject'], line(event.get('SUMMARY', '')).split(': ')[-1] if fields.get('cancelled') else line(event.get('SUMMARY', ''))))
    return len(pairs), ['%s: %s: expected %r, read %r' % (name, what, mine, theirs) for what, mine, theirs in pairs if mine != theirs]


compared, differences, unread = 0, [], []
names = sorted(path.stem for path in FOLDER.glob('*.ics'))
for name in names:
    if 'error' in json.loads((FOLDER / (name + '.json')).read_text('utf8')):
        continue
    try:
        count, found = compare(name)
    except Exception as error:  # Whatever the other reader cannot do is told, not hidden.
        unread.append('%s: %s: %s' % (name, type(error).__name__, error))
        continue
    compared += count
    differences += found
print(json.dumps({'files': len(names), 'compared': compared, 'differences': differences, 'unread': unread}, ensure_ascii=False, indent=1))
