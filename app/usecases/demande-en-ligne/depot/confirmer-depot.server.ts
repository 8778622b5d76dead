import { type Demandeur, nomDActeur, SYSTEME } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import { adresseDe, courrielDeConfirmation } from '#emails/courriel-de-dossier'
import { type CourrielAPromettre, promettreConstates } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { adressePublique } from '#infra/jeton'
import { expediteurDeCampagne } from '#infra/stores/courriel/expediteur'
import { etatDuDepot, VIENT_D_ETRE_FAIT } from '#infra/stores/courriel/fait'
import { adresseEnEchec } from '#infra/stores/courriel/retour'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { formatInstant } from '#libelles/temps'
import { accuseDe, type DossierAAccuser, suivreAccuse } from '#usecases/dossier/accuser-reception'

type Depose = {
  /** With its number. */
  dossier: DossierAAccuser
  fichiers: readonly { code: string; nomFichier: string }[]
  manquantes: readonly string[]
  /** {@link enEchec}, read before its number was taken. */
  adresseEnEchec: boolean
  le: Date
}

/** True when what is written to this dossier comes back. */
export async function enEchec(tx: Tx, dossier: DossierAAccuser): Promise<boolean> {
  const adresse = adresseDe(dossier)
  return adresse !== null && adresseEnEchec(tx, adresse)
}

/** The two mails of a deposit, at once: the confirmation d'envoi, and the accusé de réception. */
export async function confirmerDepot(tx: Tx, demandeur: Demandeur, depose: Depose): Promise<void> {
  const { dossier, adresseEnEchec, le } = depose
  const commun = { adresseEnEchec, expediteur: expediteurDeCampagne(dossier.campagne) }
  const confirmation = { acteur: demandeur, courriel: confirmationDe(demandeur, depose), etat: VIENT_D_ETRE_FAIT }
  const courriel = accuseDe(dossier, le)
  const accuse = courriel && { acteur: SYSTEME, courriel, etat: etatDuDepot(dossier) }
  const promis = [confirmation, ...(accuse ? [accuse] : [])].map((un) => ({ ...un, ...commun }))
  const [, promesse] = await promettreConstates(tx, promis)
  if (promesse) await suivreAccuse(tx, dossier, { retenu: promesse.retenu, le })
}

/** What was deposited, by whom, with which files, and what is still missing (CRPA R112-11-2). */
function confirmationDe(
  demandeur: Demandeur,
  { dossier, fichiers, manquantes, le }: Omit<Depose, 'adresseEnEchec'>,
): CourrielAPromettre {
  const { id: dossierId } = dossier
  return {
    cleUnique: cleUnique('confirmation', dossierId),
    mots: courrielDeConfirmation(
      dossier,
      {
        enregistree: formatInstant(le),
        deposeePar: nomDActeur(demandeur),
        fichiers: fichiers.map(({ code, nomFichier }) => ({ code, nomFichier })),
        manquantes,
        ou: adressePublique(adresseDuSuivi(dossierId)),
      },
      { now: le, redacteur: null },
    ),
    sujet: { dossierId },
    faitLe: le,
    creeLe: le,
    partirLe: null,
    reponse: {},
  }
}
