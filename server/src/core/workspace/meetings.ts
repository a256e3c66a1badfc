/** When two namings mean one meeting. Changes when meetings are told apart otherwise. */
import type { MeetingMention } from '../document/model.ts';

/** What tells meetings apart; `null` stands for not known. */
export type MeetingIdentity = Pick<MeetingMention, 'bodyFull' | 'body' | 'congress' | 'session'>;

/** Same body (by its full name), same 届 and same 次. Without a full name nothing is the same: 市委 is another one elsewhere. */
export function sameMeeting(a: MeetingIdentity, b: MeetingIdentity): boolean {
  if (a.congress === null && a.session === null) return false;
  return a.bodyFull !== null && a.bodyFull === b.bodyFull && a.congress === b.congress && a.session === b.session;
}

/** Same body and 届, another 次. */
export function sisterMeeting(a: MeetingIdentity, b: MeetingIdentity): boolean {
  return (
    a.bodyFull !== null &&
    a.bodyFull === b.bodyFull &&
    a.congress !== null &&
    a.congress === b.congress &&
    a.session !== b.session
  );
}
