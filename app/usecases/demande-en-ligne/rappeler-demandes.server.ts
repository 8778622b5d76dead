import { SYSTEME } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import { pourcentDe } from '#domain/demande-en-ligne/depot'
import { JOURS_AVANT_RAPPEL, type Rappel, rappelDu } from '#domain/demande-en-ligne/rappel'
import { addDays, fromDate, jourDeParis, toDate } from '#domain/temps/jour'
import { demandeADeposer } from '#emails/modeles/demande-a-deposer'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { adressePublique } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { manquantesDe } from '#infra/stores/demande-en-ligne/attendues'
import {
  campagneDe,
  type DemandeATenir,
  demandeATenir,
  reponduesDe,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { ecrireAQuiRemplit } from '#usecases/demande-en-ligne/ecrire-a-qui-remplit'

/** Demandes reminded of in one call; the next one takes the rest. */
const LIMITE = 500

/** Writes to who may deposit what is begun and near its last day, once for each reminder, and gives of how many demandes. */
export async function rappelerDemandes({ db, now }: Deps): Promise<{ rappelees: number }> {
  const today = jourDeParis(now())
  const proches = await db.demandeEnLigne.findMany({
    where: {
      deposeeLe: null,
      campagne: {
        etat: 'OUVERTE',
        echeanceDepot: { gte: toDate(today), lte: toDate(addDays(today, JOURS_AVANT_RAPPEL)) },
      },
    },
    include: { campagne: true },
    orderBy: [{ campagne: { echeanceDepot: 'asc' } }, { id: 'asc' }],
  })
  const dues = proches.filter((une) => rappelDu({ ...une, campagne: campagneDe(une) }, now()) !== null)
  let rappelees = 0
  for (const { id } of dues.slice(0, LIMITE)) if (await rappelerUne({ db, now }, id)) rappelees += 1
  return { rappelees }
}

/** False when it was deposited, deleted or reminded of meanwhile. */
const rappelerUne = ({ db, now }: Deps, id: string): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const le = now()
    const tenue = await demandeATenir(tx, id)
    const rappel = tenue && rappelDu({ ...tenue, campagne: campagneDe(tenue) }, le)
    if (!tenue || !rappel) return false
    await tx.demandeEnLigne.update({ where: { id }, data: { rappels: { push: rappel } }, select: { id: true } })
    const ecrits = await ecrireAuxMembres(tx, tenue, { rappel, le })
    await writeJournal(tx, SYSTEME, {
      acte: 'rappelerDemande',
      objet: 'demande-en-ligne',
      objetId: id,
      detail: { rappel, courriels: ecrits, structure: tenue.structure.nom },
      le,
    })
    return true
  })

async function ecrireAuxMembres(tx: Tx, tenue: DemandeATenir, { rappel, le }: { rappel: Rappel; le: Date }) {
  const { id, structure, campagne } = tenue
  const repondues = reponduesDe(tenue)
  const { reponses } = repondues
  const pourcent = pourcentDe({ ...repondues, manquantes: await manquantesDe(tx, tenue, le) })
  return ecrireAQuiRemplit(tx, structure.id, {
    modele: 'demande_a_deposer',
    cle: `${cleUnique('rappel-demande', id)}/${rappel}`,
    mots: ({ prenom }) =>
      demandeADeposer({
        ...{ prenom, structure: structure.nom, objet: reponses.objet ?? '', pourcent },
        ...{ campagne: campagne.libelle, echeance: fromDate(campagne.echeanceDepot) },
        adresse: adressePublique(adresseDEtape(id, 'CERTIFICATION')),
      }),
    ...{ faitLe: le, le },
  })
}
