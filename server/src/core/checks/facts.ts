/** The facts of a document that others can contradict, straight from its model. Changes when a fact is added. */
import type { PolicyDocument } from '../document/model.ts';
import { ownMeeting } from './meetings.ts';
import type { DocumentFacts } from './workspace.ts';

/** Facts of a parsed document; an index of a workspace may keep the same in another way. */
export function factsOf(uri: string, doc: PolicyDocument): DocumentFacts {
  const meeting = ownMeeting(doc);
  return {
    uri,
    title: doc.title,
    kind: doc.kind,
    docNumber: doc.docNumber,
    meeting: meeting && {
      body: meeting.body,
      congress: meeting.congress,
      session: meeting.session,
      date: meeting.date,
      dateSpan: meeting.dateSpan,
      span: meeting.span,
    },
    attendance: doc.attendance,
  };
}
