import { SYSTEME } from '#domain/acces/acteur'
import { lieuDeDepot } from '#domain/campagne/lieu-de-depot'
import { lireReglages } from '#domain/campagne/reglages'
import { FENETRE_MS, peutAccuser, type Silence } from '#domain/courriel/automate'
import { cleUnique } from '#domain/courriel/courriel'
import type { MotifRetenue } from '#domain/courriel/retenue'
import { lireTextes } from '#domain/courriel/textes'
import { compareJours, fromDate, jourDeParis } from '#domain/temps/jour'
import { suiteDuFil } from '#domain/courriel/fil'
import { courrielDeFicheRecue } from '#emails/courriel-de-fiche'
import { promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import { getEnv } from '#infra/env'
import { adressePublique } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import type { CampagneLue } from '#infra/stores/campagne/campagne'
import type { CourrielReconnu } from '#usecases/courriel-recu/courriel-a-ranger'

type FicheNouvelle = {
  preProjetId: string
  titre: string
  contactNom: string
  campagne: CampagneLue
  horsDelai: boolean
}

/** What the software sent by itself to this address in the last 24 hours. Mails are sorted one at a time, so the count is exact. */
const precedentsDe = async (tx: Tx, adresse: string, le: Date) => {
  const depuis = new Date(le.getTime() - FENETRE_MS)
  const where = { destinataire: adresse, acteurType: SYSTEME.type, creeLe: { gt: depuis } }
  return (await tx.courriel.findMany({ where, select: { creeLe: true } })).map(({ creeLe }) => creeLe)
}

/**
 * M01: tells the sender of a new fiche that it arrived, as an answer to the mail that brought it, where the campagne says so and
 * where no loop can come of it and the gate lets it through. When nothing leaves, the journal of the fiche says why.
 */
export async function accuserFiche(
  tx: Tx,
  { lu, recuLe, estDate, le }: Pick<CourrielReconnu, 'lu' | 'recuLe' | 'estDate' | 'le'>,
  { preProjetId, titre, contactNom, campagne, horsDelai }: FicheNouvelle,
): Promise<void> {
  const reglages = lireReglages(campagne.reglages, campagne.dispositif)
  const { accuseFiche, signataire, reponseA } = reglages
  const { MAIL_FROM, MAIL_REPLY_TO } = getEnv()
  const adresse = lu.de.adresse.trim().toLowerCase()
  const permis = peutAccuser(
    {
      accuse: accuseFiche,
      de: adresse,
      objet: lu.objet,
      entetes: lu.entetes,
      nosAdresses: [MAIL_FROM.address, MAIL_REPLY_TO ?? '', signataire.courriel, reponseA],
      precedents: await precedentsDe(tx, adresse, le),
    },
    le,
  )
  const taire = async (silence: Silence | MotifRetenue) => {
    const detail = { destinataire: adresse, silence }
    await writeJournal(tx, SYSTEME, { acte: 'retenirAccuse', objet: 'pre-projet', objetId: preProjetId, detail, le })
  }
  if (!permis.ok) return taire(permis.reason)
  const echeanceDepot = fromDate(campagne.echeanceDepot)
  const { retenu } = await promettreCourriel(tx, SYSTEME, {
    cleUnique: cleUnique('fiche', preProjetId),
    mots: courrielDeFicheRecue({
      titre,
      destinataire: adresse,
      destinataireNom: contactNom || lu.de.nom,
      objet: lu.objet,
      recuLe,
      horsDelai,
      echeanceFiche: fromDate(campagne.echeanceFiche),
      echeanceDepot: compareJours(jourDeParis(le), echeanceDepot) <= 0 ? echeanceDepot : null,
      lieu: lieuDeDepot(reglages, adressePublique('/extranet')),
      signature: signataire,
      textes: lireTextes(campagne.textes),
    }),
    sujet: { preProjetId },
    // A mail that does not say when it was sent may be of any year.
    faitLe: estDate ? recuLe : null,
    creeLe: le,
    partirLe: null,
    reponse: lu.messageIdDerive ? {} : { enReponseA: lu.messageId, references: suiteDuFil(lu) },
  })
  if (retenu) await taire(retenu)
}
