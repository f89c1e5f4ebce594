// The smallest office: two users, one event, one contact. For tests that count.
import type { OfficeSeed } from '../office.js';
import { cardText, eventText } from './text.js';

export function smallOffice(): OfficeSeed {
  return {
    domain: 'example.com.tw',
    users: [
      { email: 'xiaoming@example.com.tw', name: '王小明', password: 'lab-王小明-1' },
      { email: 'meiling@example.com.tw', name: '陳美玲', password: 'lab-meiling-1' },
    ],
    collections: [
      {
        tree: 'calendars', home: 'xiaoming@example.com.tw', name: 'default', scope: 'personal', owner: 'xiaoming@example.com.tw', displayName: '個人行事曆', color: '#2E6DA4FF',
        members: {
          '1001.ics': eventText('event-1@example.com.tw', [
            'SUMMARY:週會', 'DTSTART;TZID=Asia/Taipei:20261123T093000', 'DTEND;TZID=Asia/Taipei:20261123T103000', 'LOCATION:三樓會議室', 'SEQUENCE:0',
          ]),
        },
      },
      {
        tree: 'addressbooks', home: 'xiaoming@example.com.tw', name: 'default', scope: 'personal', owner: 'xiaoming@example.com.tw', displayName: '個人通訊錄',
        members: {
          '2001.vcf': cardText('card-1@example.com.tw', ['FN:林志豪', 'N:林;志豪;;;', 'TEL;TYPE=CELL:0912-345-678', 'EMAIL;TYPE=INTERNET:zhihao@example.org']),
        },
      },
      { tree: 'calendars', home: 'meiling@example.com.tw', name: 'default', scope: 'personal', owner: 'meiling@example.com.tw', displayName: '個人行事曆' },
    ],
  };
}
