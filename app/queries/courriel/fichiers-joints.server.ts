import type { Modele } from '#domain/courriel/courriel'
import { no, type Result } from '#domain/result'
import { ditLaLettreJointe } from '#emails/morceaux'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { logger } from '#infra/logger'
import type { Storage } from '#infra/storage'
import { LecteursOccupes } from '#lecteurs/lecteurs'
import { donnerLettre } from '#queries/dossier/lettre-dossier'
import { dessinerRecapitulatif, nomDuRecapitulatif } from '#queries/dossier/recapitulatif-de-depot'

/** A file that a mail carries, whole. */
export type FichierJoint = { nom: string; type: string; octets: Buffer }

type Courriel = { id: string; modele: string; dossierId: string | null; texte: string }
type Deps = { db: Db; storage: Storage }
type Faire = {
  nom: (numero: string | null) => string
  octets: (deps: Deps, dossierId: string) => Promise<Result<Uint8Array>>
}

/**
 * The letter that a decision is notified by: the signed one where it stands, else the drawn one. Where a reader was stopped in the middle the mail waits for it: the
 * letter of a vote was drawn before it was let go, and is again. A decision that nobody is named to sign has none.
 */
const LETTRE: Faire = {
  nom: (numero) => `lettre-${numero}.pdf`,
  async octets(deps, dossierId) {
    const lettre = await donnerLettre(deps, dossierId)
    if (!lettre.ok && lettre.reason === 'LECTURE_INTERROMPUE') throw new LecteursOccupes('the letter was not drawn')
    return lettre.ok ? lettre : no(lettre.reason)
  },
}

const A_JOINDRE: Partial<Record<Modele, Faire>> = {
  confirmation_envoi: { nom: nomDuRecapitulatif, octets: dessinerRecapitulatif },
  decision_favorable: LETTRE,
  decision_partielle: LETTRE,
  decision_defavorable: LETTRE,
  irrecevabilite: LETTRE,
  sans_suite: LETTRE,
}

/**
 * The files that this mail carries as it leaves: the récapitulatif with the confirmation d'envoi, its letter with a decision (docs/domaine.md § 7.6), the same each time.
 * A mail never waits for a file that cannot be made: none is given then, the log says why, and the words of the mail stand by themselves; unless they say that the
 * letter is there, and then the mail does not leave: null is given. Throws LecteursOccupes: it can be made in a while, and the mail is taken up then.
 */
export async function fichiersJoints(deps: Deps, courriel: Courriel): Promise<FichierJoint[] | null> {
  const { id, modele, dossierId, texte } = courriel
  const faire = A_JOINDRE[modele as Modele]
  if (!faire || dossierId === null) return []
  try {
    const { numero } = await deps.db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { numero: true } })
    const fait = await faire.octets(deps, dossierId)
    if (fait.ok) return [{ nom: faire.nom(numero), type: 'application/pdf', octets: Buffer.from(fait.value) }]
    logger.error({ courrielId: id, reason: fait.reason }, 'the file of a mail was not made')
  } catch (err) {
    if (err instanceof LecteursOccupes) throw err
    if (!(err instanceof NotFound)) logger.error({ courrielId: id, err }, 'the file of a mail was not made')
  }
  return faire === LETTRE && ditLaLettreJointe(texte) ? null : []
}
