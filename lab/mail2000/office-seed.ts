// The offices that come with the server. Data only: passwords are the lab's and open nothing else.
export { officeSeed } from './seed/full.js';
export { smallOffice } from './seed/small.js';
