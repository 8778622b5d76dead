import { lireReglages } from '#domain/campagne/reglages'
import { lireChamps } from '#domain/pre-projet/champs'
import { type FaitsFiche, suggerer } from '#domain/pre-projet/suggestions'
import { fromDate, jourDeParis, type Jour } from '#domain/temps/jour'
import type { Db, Tx } from '#infra/db'
import { recusDuFil } from '#infra/stores/courriel-recu/fil'
import type { loadInstruction } from '#infra/stores/pre-projet/instruction'

type PreProjet = Awaited<ReturnType<typeof loadInstruction>>['preProjet']

/** Other fiches of the structure that are told to the officer. */
const AUTRES_MAX = 20

/** Joined files whose names are looked at, the first that came first. */
const JOINTS_MAX = 200

/** The files joined to the mails of a fiche, without the images that only draw a message. */
async function jointsDe(db: Db | Tx, preProjetId: string): Promise<string[]> {
  const joints = await db.pieceJointe.findMany({
    where: { courrielRecu: await recusDuFil(db, { preProjetId }), cid: null },
    orderBy: [{ courrielRecu: { recuLe: 'asc' } }, { courrielRecuId: 'asc' }, { rang: 'asc' }],
    take: JOINTS_MAX,
    select: { nom: true },
  })
  return joints.map(({ nom }) => nom)
}

async function faitsDe(db: Db | Tx, preProjet: PreProjet): Promise<FaitsFiche> {
  const { id, campagneId, siret, structureNomPlie, campagne, dateDebut, dateFin } = preProjet
  const champs = lireChamps(preProjet.champs)
  const memes = [...(siret ? [{ siret }] : []), ...(structureNomPlie ? [{ structureNomPlie }] : [])]
  const autres =
    memes.length > 0 && campagneId
      ? await db.preProjet.findMany({
          where: { id: { not: id }, campagneId, OR: memes },
          orderBy: { recuLe: 'asc' },
          take: AUTRES_MAX,
          select: { titre: true, recuLe: true },
        })
      : []
  return {
    ...preProjet,
    codePostal: champs.codePostal?.valeur ?? '',
    age: champs.age?.valeur ?? '',
    partenaire: champs.partenaire?.valeur ?? '',
    autresFinanceurs: champs.autresFinanceurs?.valeur ?? '',
    dateDebut: dateDebut && fromDate(dateDebut),
    dateFin: dateFin && fromDate(dateFin),
    joints: await jointsDe(db, id),
    autres: autres.map(({ titre, recuLe }) => ({ titre, recuLe: jourDeParis(recuLe) })),
    campagne: campagne && { annee: campagne.annee, echeanceDepot: fromDate(campagne.echeanceDepot) },
    reglages: lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI'),
  }
}

/** What the facts of a fiche suggest to answer, by question. */
export const suggestionsDe = async (db: Db | Tx, preProjet: PreProjet, today: Jour) =>
  suggerer(await faitsDe(db, preProjet), today)
