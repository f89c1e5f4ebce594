# What Debian's python3-vobject reads of each card: a second opinion that shares no line with our codec. Cards on stdin, JSON both ways.
import json
import re
import sys

import vobject


def flat(value):
    return ','.join(value) if isinstance(value, list) else value


def said(text):
    return re.sub(r'\s+$', '', text.replace('\r\n', '\n').replace('\r', '\n')).lstrip(' ')


def types(line):
    named = [word for value in line.params.get('TYPE', []) for word in value.split(',')]
    return {word.upper() for word in named + line.singletonparams}


def first(card, name):
    return next((said(line.value) for line in card.contents.get(name, []) if said(line.value)), '')


def addresses(card):
    found = {}
    for line in card.contents.get('adr', []):
        place = 'businessAddress' if 'WORK' in types(line) else 'homeAddress' if 'HOME' in types(line) else 'otherAddress'
        parts = {ours: said(flat(getattr(line.value, theirs))) for ours, theirs in
                 (('street', 'street'), ('city', 'city'), ('region', 'region'), ('postalCode', 'code'), ('country', 'country'), ('poBox', 'box'))}
        if any(parts.values()):
            found.setdefault(place, parts)
    return found


def read(text):
    try:
        card = vobject.readOne(text.lstrip('\ufeff'))
    except Exception as error:
        return {'error': type(error).__name__}
    name = card.contents['n'][0].value if 'n' in card.contents else None
    units = [said(flat(unit)) for unit in card.contents['org'][0].value] if 'org' in card.contents else []
    day = re.match(r'(\d{4})-?(\d\d)-?(\d\d)', first(card, 'bday'))
    return {
        **({} if name is None else {ours: said(flat(getattr(name, theirs))).replace('\n', ' ') for ours, theirs in
                                    (('family', 'family'), ('given', 'given'), ('middle', 'additional'), ('prefix', 'prefix'), ('suffix', 'suffix'))}),
        'full': first(card, 'fn'), 'note': first(card, 'note'), 'jobTitle': first(card, 'title'), 'role': first(card, 'role'),
        'company': units[0] if units else '', 'department': units[1] if len(units) > 1 else '', 'birthday': '-'.join(day.groups()) if day else None,
        'emails': sorted({said(line.value) for line in card.contents.get('email', []) if said(line.value) and not types(line) & {'X400', 'TLX'}}),
        'phones': sorted({said(line.value) for name in ('tel', 'x-ms-tel') for line in card.contents.get(name, [])}),
        'addresses': addresses(card),
    }


json.dump({name: read(text) for name, text in json.load(sys.stdin).items()}, sys.stdout)
