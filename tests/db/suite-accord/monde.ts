import type { Agent } from '#domain/acces/droits'
import type { Db } from '#infra/db'
import { VOTE } from '#support/vote'
import { deciderDossier } from '#usecases/dossier/decider-dossier'
import { NOW, unDossier, uneCampagne } from '../dossier/faits'

/** The instant of the grants of these tests, and one after the time during which they can be taken back. */
export const PLUS_TARD = new Date(NOW.getTime() + 3_600_000)

/** Who signs, whole: without it a mail is held. */
export const SIGNATAIRE = {
  ...{ prenom: 'Odile', nom: 'Essai', qualite: 'Cheffe de mission', service: 'MCEI' },
  ...{ adresse: '1 rue du Test, 62000 Arras', telephone: '03 21 00 00 00', courriel: 'mcei@exemple.test' },
}

/** A grant of an association, its mail without an address: it stands once its minutes are over. */
export async function unAccord(db: Db, chef: Agent, { montantCents = 450_000n, reglages = {} } = {}) {
  const campagne = await uneCampagne(db, { reglages })
  const { id } = await unDossier(db, {
    ...{ campagneId: campagne.id, etat: 'EN_INSTRUCTION', montantDemandeCents: montantCents, contactCourriel: '' },
  })
  const { version } = await db.dossier.findUniqueOrThrow({ where: { id } })
  const voulue = { acte: 'accorder', montantCents, vote: VOTE } as const
  const answer = await deciderDossier({ db, now: () => NOW }, chef, { dossierId: id, version, voulue })
  if (!answer.ok) throw new Error(`not granted: ${answer.reason}`)
  return { dossierId: id, campagneCode: campagne.code }
}

export const vise = async (db: Db, dossierId: string) => ({
  dossierId,
  version: (await db.dossier.findUniqueOrThrow({ where: { id: dossierId } })).version,
})
