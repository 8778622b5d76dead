import { SYSTEME } from '#domain/acces/acteur'
import { reconnaitre } from '#domain/courriel-recu/nature'
import type { Tx } from '#infra/db'
import type { Deps, DepsLecture } from '#infra/deps'
import { recommencer } from '#infra/recommencer'
import {
  claimCourrielRecu,
  connusPour,
  loadCourrielRecu,
  lockCourriels,
  type CourrielRecuGarde,
} from '#infra/stores/courriel-recu/courriel-recu'
import { courrielRendu } from '#infra/stores/courriel/retour'
import { constaterRemise } from '#usecases/courriel/constater-remise'
import { type Lecture, lireCourrielRecu, oublier } from '#usecases/courriel-recu/lire-courriel-recu'
import { garderIllisible, rangerCourriel, type Rangement } from '#usecases/courriel-recu/ranger-courriel'

type Travail = {
  courrielRecuId: string
  /** What goes with it in the same commit. */
  ensuite?: (tx: Tx, rangement: Rangement) => Promise<void>
}

/**
 * Reads a kept mail and puts it where it belongs: its nature, then the fiche, the new version, the request or the report on a mail of ours that it
 * carries, in one transaction. Run again on a mail that is read it only tells what it is; on one that could not be read it tries anew.
 */
export async function traiterCourriel(deps: DepsLecture, { courrielRecuId, ensuite }: Travail): Promise<void> {
  const { db } = deps
  const recu = await loadCourrielRecu(db, courrielRecuId)
  const lecture = estClasse(recu) ? null : await lireCourrielRecu(deps, recu)
  const rangement = await recommencer(() =>
    db.$transaction(async (tx) => {
      await lockCourriels(tx)
      const fait = await ranger(tx, { id: courrielRecuId, lecture, le: deps.now() })
      await ensuite?.(tx, fait)
      return fait
    }),
  )
  const gardees = new Set(rangement.gardees)
  if (lecture?.ok)
    await oublier(
      deps.storage,
      lecture.value.jointes.map(({ cle }) => cle).filter((cle) => !gardees.has(cle)),
    )
}

const estClasse = ({ traiteLe, nature }: CourrielRecuGarde) => traiteLe !== null && nature !== 'ILLISIBLE'

type ARanger = { id: string; lecture: Lecture | null; le: Date }

async function ranger(tx: Tx, { id, lecture, le }: ARanger): Promise<Rangement> {
  const recu = await loadCourrielRecu(tx, id)
  if (!lecture || estClasse(recu)) return dejaRange(recu)
  if (!lecture.ok) return garderIllisible(tx, recu, { motif: lecture.detail ?? lecture.reason, le })
  const { aRanger } = lecture.value
  const reconnu = reconnaitre(aRanger, await connusPour(tx, id, aRanger))
  const rendu = await courrielRendu(tx, aRanger.remise)
  if (rendu) await constaterRemise(tx, rendu, le)
  return rangerCourriel(tx, { ...lecture.value, recu, reconnu, par: SYSTEME, le })
}

/** The same bytes as a mail already read. */
const dejaRange = ({ nomFichier, preProjetId }: CourrielRecuGarde): Rangement => ({
  gardees: [],
  motif: 'Ce message a déjà été reçu\u00a0: c’est exactement le même fichier.',
  message: { fichier: nomFichier, resultat: 'DOUBLON', ...(preProjetId && { preProjet: preProjetId }) },
})

/** Nobody will try to read it again by itself: the mail says why, and an officer can have it read anew. */
export async function renoncerAuCourriel({ db, now }: Deps, courrielRecuId: string, motif: string) {
  await db.$transaction(async (tx) => {
    const recu = await tx.courrielRecu.findUnique({ where: { id: courrielRecuId } })
    if (!recu || recu.traiteLe) return
    await claimCourrielRecu(tx, recu, { nature: 'ILLISIBLE', motifNature: motif.slice(0, 500), traiteLe: now() })
  })
}
