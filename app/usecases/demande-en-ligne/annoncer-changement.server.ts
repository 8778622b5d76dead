import { SYSTEME } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import { joursRestants } from '#domain/demande-en-ligne/depot'
import { lireGenre } from '#domain/structure/genre'
import { changementDeReglement } from '#emails/modeles/changement-de-reglement'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { adressePublique } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { changementsDe } from '#infra/stores/demande-en-ligne/changement-de-reglement'
import {
  campagneDe,
  type DemandeATenir,
  demandeATenir,
  reponsesDe,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { direChangement } from '#libelles/demande-en-ligne/changement-de-reglement'
import { ecrireAQuiRemplit } from '#usecases/demande-en-ligne/ecrire-a-qui-remplit'

/**
 * Writes to who may write each demande in course that a change of the règlement says something to, once for each change; gives of how many demandes. A run
 * that dies goes on where it stopped.
 */
export async function annoncerChangement(
  { db, now }: Deps,
  { changementId }: { changementId: string },
): Promise<{ annoncees: number }> {
  const changement = await db.changementDeReglement.findUnique({ where: { id: changementId } })
  if (!changement) return { annoncees: 0 }
  const { campagneId, genres, le } = changement
  const enCours = await db.demandeEnLigne.findMany({
    where: {
      ...{ campagneId, deposeeLe: null, creeeLe: { lt: le }, NOT: { changementsDits: { has: changementId } } },
      ...(genres.length > 0 && { structure: { genre: { in: genres } } }),
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  let annoncees = 0
  for (const { id } of enCours) if (await annoncerUn({ db, now }, { id, changementId, faitLe: le })) annoncees += 1
  return { annoncees }
}

/** False when it was deposited, deleted, told or ticked anew meanwhile, when it can be deposited no more, or when the change says nothing to it. */
const annoncerUn = ({ db, now }: Deps, vise: { id: string; changementId: string; faitLe: Date }): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const le = now()
    const { id, changementId, faitLe } = vise
    const tenue = await demandeATenir(tx, id)
    if (!tenue || tenue.changementsDits.includes(changementId)) return false
    const change = joursRestants(campagneDe(tenue), le) === null ? null : await changementsDe(tx, tenue, le)
    if (!change || (tenue.reglementLuLe && tenue.reglementLuLe > faitLe)) return false
    await tx.demandeEnLigne.update({
      where: { id },
      data: { changementsDits: { push: changementId } },
      select: { id: true },
    })
    const courriels = await ecrireAuxMembres(tx, tenue, {
      changementId,
      faitLe,
      le,
      dit: direChangement(change, lireGenre(tenue.structure.genre)),
    })
    await writeJournal(tx, SYSTEME, {
      acte: 'annoncerChangement',
      objet: 'demande-en-ligne',
      objetId: id,
      detail: { courriels, structure: tenue.structure.nom },
      le,
    })
    return true
  })

type AEcrire = { changementId: string; faitLe: Date; le: Date; dit: ReturnType<typeof direChangement> }

const ecrireAuxMembres = (tx: Tx, tenue: DemandeATenir, { changementId, faitLe, le, dit }: AEcrire) =>
  ecrireAQuiRemplit(tx, tenue.structure.id, {
    modele: 'changement_reglement',
    cle: `${cleUnique('changement-reglement', tenue.id)}/${changementId}`,
    mots: ({ prenom }) =>
      changementDeReglement({
        ...{ prenom, structure: tenue.structure.nom, objet: reponsesDe(tenue).objet ?? '' },
        ...{ campagne: tenue.campagne.libelle, ...dit, adresse: adressePublique(adresseDEtape(tenue.id, 'PROJET')) },
      }),
    ...{ faitLe, le },
  })
