// 王小明's default calendar: a dozen events of every kind that a desk meets. File names are the server's, not the UIDs (M3).
import { alarm, from, wholeDays } from './days.js';
import type { Day } from './days.js';
import { eventText, newYork, taipei } from './text.js';

export const xiaomingDefault = (day: Day): Readonly<Record<string, string>> => ({
  '1762300101.ics': eventText('weekly-9f21@mail.example.com.tw', [
    'SUMMARY:業務部週會', ...from(day(0), '0930-1030'), 'RRULE:FREQ=WEEKLY;BYDAY=MO', 'LOCATION:三樓大會議室', 'CATEGORIES:會議,業務', 'SEQUENCE:2', ...alarm('-PT15M'),
  ]),
  '1762300102.ics': eventText('visit-11c8@mail.example.com.tw', [
    'SUMMARY:拜訪大同公司', ...from(day(1), '1400-1600'), 'LOCATION:台北市中山區中山北路三段22號', 'CATEGORIES:客戶',
    'DESCRIPTION:議程：\\n1. 新年度報價\\, 含維護\\n2. 交貨時程；驗收方式\\n3. 其他', 'SEQUENCE:0', ...alarm('-PT1H'),
  ]),
  '1762300103.ics': eventText('leave-7a30@mail.example.com.tw', ['SUMMARY:特休', ...wholeDays(day(3), day(5)), 'TRANSP:OPAQUE', 'CATEGORIES:請假', 'SEQUENCE:0']),
  '1762300104.ics': eventText('dentist-0d4e@mail.example.com.tw', ['SUMMARY:牙醫', ...from(day(2), '1730-1830'), 'CLASS:PRIVATE', 'SEQUENCE:0', ...alarm('-PT30M')]),
  '1762300105.ics': eventText('review-5be2@mail.example.com.tw', [
    'SUMMARY:專案檢討會', ...from(day(2), '1000-1130'), 'LOCATION:視訊會議', 'PRIORITY:1', 'STATUS:CONFIRMED', 'SEQUENCE:1',
    'ORGANIZER;CN=陳美玲:mailto:meiling@example.com.tw',
    'ATTENDEE;CN=陳美玲;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:meiling@example.com.tw',
    'ATTENDEE;CN=王小明;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:xiaoming@example.com.tw',
    'ATTENDEE;CN=李大華;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:dahua@example.com.tw',
  ]),
  '1762300106.ics': eventText('closing-44aa@mail.example.com.tw', [
    'SUMMARY:月底結帳', 'DTSTART;VALUE=DATE:20260131', 'DTEND;VALUE=DATE:20260201', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1', 'TRANSP:TRANSPARENT', 'SEQUENCE:0',
  ]),
  '1762300107.ics': eventText('anniversary-2290@mail.example.com.tw', [
    'SUMMARY:結婚紀念日', 'DTSTART;VALUE=DATE:20240229', 'DTEND;VALUE=DATE:20240301', 'RRULE:FREQ=YEARLY', 'CATEGORIES:家庭', 'TRANSP:TRANSPARENT', 'SEQUENCE:0',
  ]),
  '1762300108.ics': eventText('trip-8c01@mail.example.com.tw', [
    'SUMMARY:高雄出差', ...from(day(8), '0800-2000', day(9)), 'LOCATION:高雄市前鎮區', 'X-MICROSOFT-CDO-BUSYSTATUS:OOF', 'X-MAIL2000-VEHICLE:高鐵 0803 次', 'SEQUENCE:0',
  ]),
  '1762300109.ics': eventText('newyork-3377@mail.example.com.tw', [
    'SUMMARY:與紐約辦公室電話會議', `DTSTART;TZID=America/New_York:${day(3)}T200000`, `DTEND;TZID=America/New_York:${day(3)}T210000`, 'SEQUENCE:0', ...alarm('-PT10M'),
  ], [...taipei, ...newYork]),
  '1762300110.ics': eventText('onetoone-61f0@mail.example.com.tw', [
    'SUMMARY:與經理一對一', ...from(day(4), '1600-1630'), `RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=${day(4 + 84)}T080000Z`,
    `EXDATE;TZID=Asia/Taipei:${day(4 + 28)}T160000`, 'SEQUENCE:3',
  ]),
  '1762300111.ics': eventText('reading-c5d9@mail.example.com.tw', [
    'SUMMARY:讀書會', ...from('20260715', '1900-2030'), 'RRULE:FREQ=MONTHLY;BYDAY=3WE;COUNT=12', 'TRANSP:TRANSPARENT', 'CATEGORIES:私人', 'SEQUENCE:0',
  ]),
  '1762300112.ics': eventText('yearend-e780@mail.example.com.tw', [
    'SUMMARY:尾牙 🎉 地點在大直典華五樓，請攜帶邀請函並於六點前入座，摸彩券請自行保管', ...from(day(32), '1800-2130'), 'LOCATION:台北市中山區植福路8號', 'SEQUENCE:0', ...alarm('-P1D'),
  ]),
});
