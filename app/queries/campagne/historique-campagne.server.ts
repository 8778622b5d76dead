import type { Db } from '#infra/db'
import { campagneDuCode } from '#infra/stores/campagne/version-exigences'
import { journalDe } from '#queries/journal/page-journal'

/** What happened to a campagne, the newest first: who, when, each réglage before and after. Throws NotFound. */
export async function journalDeLaCampagne(db: Db, code: string, apres: bigint | undefined) {
  const { id } = await campagneDuCode(db, code)
  return journalDe(db, { objet: 'campagne', objetId: id }, apres)
}
