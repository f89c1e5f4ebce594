// 王小明's own contacts, as vCard 3.0 in the variety that a grown address book has.
import { cardText } from './text.js';

// A grey square, 8 by 8, JPEG.
const photo = '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z';

export const xiaomingContacts: Readonly<Record<string, string>> = {
  '1762400001.vcf': cardText('c-8f11@mail.example.com.tw', [
    'FN:林志豪', 'N:林;志豪;;先生;', 'X-PHONETIC-LAST-NAME:Lin', 'X-PHONETIC-FIRST-NAME:Chih-Hao', 'NICKNAME:小豪', 'ORG:大同股份有限公司;採購部', 'TITLE:採購經理',
    'TEL;TYPE=WORK,VOICE:02-2592-5252 #610', 'TEL;TYPE=CELL:0912-345-678', 'TEL;TYPE=WORK,FAX:02-2592-5000', 'EMAIL;TYPE=INTERNET,PREF:zhihao.lin@example.org',
    'ADR;TYPE=WORK:;;中山北路三段22號;中山區;台北市;104;台灣', 'BDAY:1978-05-20', 'NOTE:喜歡烏龍茶\\, 不喝咖啡\\n下次帶型錄', 'CATEGORIES:客戶,重要', `PHOTO;ENCODING=b;TYPE=JPEG:${photo}`,
  ]),
  '1762400002.vcf': cardText('c-8f12@mail.example.com.tw', [
    'FN:黃淑芬', 'N:黃;淑芬;;女士;', 'ORG:新泰文具有限公司', 'TEL;TYPE=CELL,PREF:0933-222-111', 'TEL;TYPE=HOME,VOICE:02-2990-4321', 'EMAIL;TYPE=INTERNET,WORK:shufen@example.org',
    'EMAIL;TYPE=INTERNET,HOME:shufen.huang@example.net', 'ADR;TYPE=HOME:;;中正路100號5樓之2;新莊區;新北市;242;台灣',
  ]),
  '1762400003.vcf': cardText('c-8f13@mail.example.com.tw', ['FN:Maria Weber', 'N:Weber;Maria;Anna;Dr.;', 'ORG:Weber & Söhne GmbH', 'TEL;TYPE=WORK:+49 30 1234567', 'EMAIL;TYPE=INTERNET:m.weber@example.net', 'URL:https://example.net/weber', 'ADR;TYPE=WORK:;;Hauptstraße 5;Berlin;;10115;Deutschland']),
  '1762400004.vcf': cardText('c-8f14@mail.example.com.tw', ['FN:張家銘', 'N:張;家銘;;;', 'TEL;TYPE=CELL:0987-654-321', 'BDAY:1992-02-29', 'X-ANNIVERSARY:2020-02-29', 'X-SPOUSE:劉怡君', 'NOTE:大學同學']),
  '1762400005.vcf': cardText('c-8f15@mail.example.com.tw', ['FN:歐陽娜娜', 'N:歐陽;娜娜;;;', 'EMAIL;TYPE=INTERNET:nana@example.org', 'IMPP:xmpp:nana@example.org', 'X-LINE-ID:nana.ouyang']),
  '1762400006.vcf': cardText('c-8f16@mail.example.com.tw', ['FN:永豐快遞', 'N:;;;;', 'ORG:永豐快遞股份有限公司;三重站', 'TEL;TYPE=WORK,PREF:02-2971-0000', 'TEL;TYPE=PAGER:0949-000-123']),
  '1762400007.vcf': cardText('c-8f17@mail.example.com.tw', ['FN:蔡明宏', 'N:蔡;明宏;;;', 'ORG:;研發處', 'ROLE:顧問', 'TEL;TYPE=CAR:0910-100-200', 'TEL;TYPE=WORK:03-578-0001', 'GEO:24.7787;121.0170', 'TZ:+08:00']),
  '1762400008.vcf': cardText('c-8f18@mail.example.com.tw', ['FN:田中 太郎', 'N:田中;太郎;;;', 'SORT-STRING:Tanaka', 'ORG:田中商事株式会社', 'TEL;TYPE=WORK:+81 3 1234 5678', 'item1.EMAIL;TYPE=INTERNET:tanaka@example.net', 'item1.X-ABLabel:東京オフィス', 'ADR;TYPE=WORK:;;千代田1-1;千代田区;東京都;100-0001;日本']),
  '1762400009.vcf': cardText('c-8f19@mail.example.com.tw', ['FN:劉怡君', 'N:劉;怡君;;;', 'TEL;TYPE=CELL:0922-888-999', 'ADR;TYPE=HOME:;3樓;民生東路五段9巷2弄7號;松山區;台北市;105;台灣', 'LABEL;TYPE=HOME:105 台北市松山區民生東路五段9巷2弄7號3樓', 'CLASS:PRIVATE']),
  '1762400010.vcf': cardText('c-8f1a@mail.example.com.tw', ['FN:業務部同仁', 'N:業務部同仁;;;;', 'X-ADDRESSBOOKSERVER-KIND:group', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:c-8f11@mail.example.com.tw', 'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:c-8f14@mail.example.com.tw']),
};
