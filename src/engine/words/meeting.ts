// Words that stand in the items themselves: attendees under the text of an appointment, and the mark of one that was called off.
import { sameInBoth } from './text.js';

export const MEETING_WORDS = sameInBoth({
  'meeting.heading': { en: 'Attendees', zh: '與會者' },
  'meeting.organizer': { en: 'Organizer', zh: '召集人' },
  'meeting.required': { en: 'required', zh: '必要出席' },
  'meeting.optional': { en: 'optional', zh: '列席' },
  'meeting.resource': { en: 'resource', zh: '資源' },
  'meeting.answer.none': { en: 'no answer', zh: '未回覆' },
  'meeting.answer.accepted': { en: 'accepted', zh: '已接受' },
  'meeting.answer.tentative': { en: 'tentative', zh: '暫定' },
  'meeting.answer.declined': { en: 'declined', zh: '已拒絕' },
  'meeting.busy': { en: 'Busy', zh: '忙碌' },
  'meeting.cancelled': { en: 'Canceled: ', zh: '已取消：' },
});
