import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import {
  formulaireDepose,
  instantDuDepot,
  numeroEnLigne,
  type RefusDeDeposer,
  verifierDepot,
} from '#domain/demande-en-ligne/depot'
import type { Numero } from '#domain/dossier/numero'
import type { DemandeLue, Donnees } from '#domain/portail/demande-lue'
import { relireFormulaire } from '#domain/portail/suite-ligne'
import { no, ok, type Result } from '#domain/result'
import { lireGenre } from '#domain/structure/genre'
import { jourDeParis } from '#domain/temps/jour'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { getEnv } from '#infra/env'
import { writeJournal } from '#infra/journal'
import {
  campagneDe,
  type DemandeChargee,
  demandeDuMembre,
  fichierInfecte,
  reponduesDe,
  tenirNumero,
} from '#infra/stores/demande-en-ligne/demande-en-ligne'
import { fichierEnVol } from '#infra/stores/demande-en-ligne/televersement'
import { addPremiereVersion } from '#infra/stores/portail/demande-lue'
import { TYPE_DU_PORTAIL } from '#libelles/demandeur/accueil'
import { STATUT_DU_PORTAIL } from '#libelles/demandeur/statut-du-portail'
import { nomDeGenre } from '#libelles/structure'
import { certifier, type Certification } from '#usecases/demande-en-ligne/certifier'
import { confirmerDepot, enEchec } from '#usecases/demande-en-ligne/depot/confirmer-depot'
import { garderRecapitulatif } from '#usecases/demande-en-ligne/depot/garder-recapitulatif'
import { poserDemande } from '#usecases/demande-en-ligne/depot/poser-demande'
import { direPropositions } from '#usecases/fil-rouge/proposer-rapprochements'

export type RefusDeValider = RefusDeDeposer | 'CHANGEE' | 'SANS_NUMERO' | 'FICHIER_EN_VOL' | 'FICHIER_INFECTE'

/** Read as deposited before its number is known: numbers are given last. */
const EN_ATTENTE = '00000'

/**
 * Deposits a demande: it becomes a dossier with its pièces, its number, its journal and the two mails that say that it arrived (CRPA R112-11-1,
 * R112-11-2), or nothing does. Deposited twice it is deposited once. What is judged is `arriveeLe`, the instant at which it reached the server. `version` is that of
 * the summary which was certified, `faitA` where it was: CHANGEE where the summary is another now. FICHIER_EN_VOL names a file that has not come whole yet, FICHIER_INFECTE one that the antivirus
 * locked. Throws NotFound.
 */
export const validerDemande = (
  { db, now }: Deps,
  demandeur: Demandeur,
  { id, version, arriveeLe, ...certification }: Certification,
): Promise<Result<{ numero: Numero }, RefusDeValider>> => {
  const le = instantDuDepot(arriveeLe, now())
  const deposer = db.$transaction(
    async (tx): Promise<Result<{ numero: Numero }, RefusDeValider>> => {
      const deja = await tenirNumero(tx, demandeur.id, id)
      if (deja !== null) return ok({ numero: deja })
      const demandeEnLigne = await demandeDuMembre(tx, demandeur.id, id)
      const { role } = demandeEnLigne
      const repondues = reponduesDe(demandeEnLigne)
      const reponses = { ...repondues.reponses, ...certification }
      const permis = verifierDepot({ role, campagne: campagneDe(demandeEnLigne), ...repondues, reponses }, le)
      if (!permis.ok) return permis
      const enVol = await fichierEnVol(tx, id, le)
      if (enVol !== null) return no('FICHIER_EN_VOL', enVol)
      const infecte = fichierInfecte(demandeEnLigne)
      if (infecte !== null) return no('FICHIER_INFECTE', infecte)
      if (demandeEnLigne.version !== version) return no('CHANGEE')

      await certifier(tx, demandeur, { id, reponses: certification, le })
      const lue = lireDemande(demandeEnLigne, `${jourDeParis(le).slice(0, 4)}-${EN_ATTENTE}`, le)
      const { dossier: pose, proposees, manquantes } = await poserDemande(tx, demandeEnLigne, { lue, le })
      const dossierId = pose.id
      await tx.$executeRaw`
        UPDATE demande_en_ligne
        SET deposee_le = ${le}, deposee_par = ${nomDActeur(demandeur)}, dossier_id = ${dossierId}::uuid, version = version + 1
        WHERE id = ${id}::uuid`
      const adresseEnEchec = await enEchec(tx, pose)
      // From here on every other deposit of the year waits: what is long was done before, and what is left only writes.
      const { numero, donnees } = await numeroter(tx, dossierId, { demandeEnLigne, le })
      await addPremiereVersion(tx, dossierId, donnees)
      await garderRecapitulatif(tx, demandeur, { dossierId, numero, demandeEnLigne, reponses, manquantes, le })
      const { pieces: fichiers } = demandeEnLigne
      await confirmerDepot(tx, demandeur, { dossier: { ...pose, numero }, fichiers, manquantes, adresseEnEchec, le })
      // Every act of everybody waits for the journal: told after the number is held, two deposits never wait for each other.
      await direPropositions(tx, proposees, le)
      await writeJournal(tx, demandeur, {
        acte: 'deposer',
        objet: 'dossier',
        objetId: dossierId,
        detail: { enLigne: true, avant: 'BROUILLON', apres: 'DEPOSE', numero, manquantes: manquantes.length },
        le,
      })
      return ok({ numero })
    },
    // Many deposits in the last minute wait for one another.
    { timeout: 60_000, maxWait: 30_000 },
  )
  return deposer.catch((error: unknown) => {
    if (error instanceof SansNumero) return no('SANS_NUMERO')
    throw error
  })
}

/** Every number of the year is given: nothing of the deposit is kept. */
class SansNumero extends Error {}

/** The form as one line of the portal's listing would have told it. */
function lireDemande(demandeEnLigne: DemandeChargee, numero: Numero, le: Date): DemandeLue {
  const { structure, campagne, id } = demandeEnLigne
  const genre = lireGenre(structure.genre)
  const donnees = formulaireDepose({
    numero,
    jour: jourDeParis(le),
    type: TYPE_DU_PORTAIL[campagne.dispositif],
    statutPortail: STATUT_DU_PORTAIL.DEPOSE,
    structure: { ...structure, natureJuridique: structure.natureJuridique || nomDeGenre(genre) },
    ...reponduesDe(demandeEnLigne),
  })
  const lue = relireFormulaire(donnees)
  if (!lue) throw new Error(`demande en ligne ${id} cannot be read as a demande`)
  return { ...lue, cleBrouillon: `en-ligne|${id}`, structure: { ...lue.structure, genre } }
}

/**
 * Writes on the dossier the next number of the year, that no other deposit takes; one that the portal gave meanwhile is passed over. Gives it, and the form
 * that bears it. Throws SansNumero when there is none left.
 */
async function numeroter(
  tx: Tx,
  dossierId: string,
  { demandeEnLigne, le }: { demandeEnLigne: DemandeChargee; le: Date },
): Promise<{ numero: Numero; donnees: Donnees }> {
  const premier = getEnv().EXTRANET_PREMIER_NUMERO
  const annee = Number(jourDeParis(le).slice(0, 4))
  for (;;) {
    const [{ dernier } = { dernier: Infinity }] = await tx.$queryRaw<{ dernier: number }[]>`
      INSERT INTO numerotation_en_ligne AS n (annee, dernier) VALUES (${annee}, ${premier})
      ON CONFLICT (annee) DO UPDATE SET dernier = n.dernier + 1 RETURNING dernier`
    const numero = numeroEnLigne(annee, dernier)
    if (!numero) throw new SansNumero()
    const { donnees } = lireDemande(demandeEnLigne, numero, le)
    const numerotes = await tx.$executeRaw`
      UPDATE dossier SET numero = ${numero}, cle_brouillon = NULL, donnees = ${JSON.stringify(donnees)}::jsonb
      WHERE id = ${dossierId}::uuid AND NOT EXISTS (SELECT 1 FROM dossier WHERE numero = ${numero})`
    if (numerotes > 0) return { numero, donnees }
  }
}
