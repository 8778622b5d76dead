import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import { inscrire, peutChangerLaListe, type RefusInscription } from '#domain/seance/seance'
import { jourDeParis } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps, DepsActe } from '#infra/deps'
import { NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { propositionDe } from '#infra/stores/proposition/proposition'
import { claimSeance, holdSeance, inscriptionDe } from '#infra/stores/seance/seance'
import { agirSurDossier, type Vise } from '#usecases/dossier/agir-sur-dossier'
import { oterLigne } from '#usecases/seance/quitter-la-liste'

/** The rank after the last of a list. */
async function rangSuivant(tx: Tx, seanceId: string): Promise<number> {
  const { _max } = await tx.ligneSeance.aggregate({ where: { seanceId }, _max: { rang: true } })
  return (_max.rang ?? 0) + 1
}

/**
 * Puts a dossier to a séance, at the end of its list: what is proposed for it will be voted there. Throws Forbidden, NotFound, Conflict.
 */
export const inscrireDossier = (
  deps: DepsActe,
  agent: Agent,
  { seanceId, ...vise }: Vise & { seanceId: string },
): Promise<Result<undefined, RefusInscription>> =>
  agirSurDossier<undefined, RefusInscription>(deps, agent, {
    ...vise,
    droit: 'seance.preparer',
    // Two dossiers put to one séance at once do not take the same rank.
    verrouiller: (tx) => holdSeance(tx, seanceId, 'SEUL'),
    decider: async ({ tx, dossier: { id, etat }, le }) => {
      const seance = await holdSeance(tx, seanceId, 'SEUL')
      const propose = (await propositionDe(tx, id)) !== null
      const inscrit = (await inscriptionDe(tx, id)) !== null
      const ailleurs = await tx.ligneSeance.count({ where: { seanceId, dossierId: id } })
      return inscrire(seance, { etat, propose, inscrit: inscrit || ailleurs > 0 }, jourDeParis(le))
    },
    ecrire: async ({ tx, dossier, le }) => {
      const { jour } = await holdSeance(tx, seanceId, 'SEUL')
      const data = { seanceId, dossierId: dossier.id, rang: await rangSuivant(tx, seanceId) }
      await tx.ligneSeance.create({ data, select: { id: true } })
      const detail = { seanceId, jour }
      await writeJournal(tx, agent, { acte: 'inscrireEnSeance', objet: 'dossier', objetId: dossier.id, detail, le })
    },
  })

type Ligne = { seanceId: string; version: number; ligneId: string }
type RefusListe = 'LISTE_CLOSE'

async function loadLigne(tx: Tx, { seanceId, ligneId }: Ligne) {
  const ligne = await tx.ligneSeance.findFirst({
    where: { id: ligneId, seanceId },
    select: { id: true, rang: true, dossierId: true },
  })
  if (!ligne) throw new NotFound('ligne-seance', ligneId)
  return ligne
}

/** Takes a dossier off the list of a séance that is not frozen. Throws Forbidden, NotFound, Conflict. */
export async function retirerDeLaListe(
  { db, now }: Deps,
  agent: Agent,
  vise: Ligne,
): Promise<Result<undefined, RefusListe>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const seance = await claimSeance(tx, { id: vise.seanceId, version: vise.version })
    if (!peutChangerLaListe(seance)) return no('LISTE_CLOSE')
    await oterLigne(tx, agent, { seance, ligne: await loadLigne(tx, vise), le: now() })
    return ok()
  })
}

/** Puts a dossier at this rank of the list (1 is the first); the others make room. Throws Forbidden, NotFound, Conflict. */
export async function deplacerDansLaListe(
  { db, now }: Deps,
  agent: Agent,
  { rang: voulu, ...vise }: Ligne & { rang: number },
): Promise<Result<{ rang: number }, RefusListe>> {
  requireDroit(agent, 'seance.preparer')
  return db.$transaction(async (tx) => {
    const seance = await claimSeance(tx, { id: vise.seanceId, version: vise.version })
    if (!peutChangerLaListe(seance)) return no('LISTE_CLOSE')
    const { id, rang: avant } = await loadLigne(tx, vise)
    const lignes = await tx.ligneSeance.findMany({
      where: { seanceId: seance.id, id: { not: id } },
      orderBy: { rang: 'asc' },
      select: { id: true },
    })
    const place = Math.min(Math.max(Math.trunc(voulu), 1), lignes.length + 1)
    const ordre = lignes.map((une) => une.id).toSpliced(place - 1, 0, id)
    await tx.$executeRaw`UPDATE ligne_seance SET rang = u.rang FROM unnest(${ordre}::uuid[]) WITH ORDINALITY AS u(id, rang)
      WHERE ligne_seance.id = u.id AND ligne_seance.rang <> u.rang`
    const detail = { ligneId: id, avant, apres: place }
    await writeJournal(tx, agent, { acte: 'ordonnerSeance', objet: 'seance', objetId: seance.id, detail, le: now() })
    return ok({ rang: place })
  })
}
