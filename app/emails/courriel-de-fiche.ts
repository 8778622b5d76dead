import type { Dispositif } from '#domain/dispositif'
import { lireReglages, type Signataire } from '#domain/campagne/reglages'
import { destinataire } from '#domain/courriel/courriel'
import { isCodePiece } from '#domain/piece/piece'
import { type Avis, inviteADeposer } from '#domain/pre-projet/avis'
import { heureDeParis } from '#domain/temps/instant'
import { fromDate, jourDeParis, type Jour } from '#domain/temps/jour'
import { corpsPropose } from '#emails/modeles/avis-preprojet'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { rendreCourriel } from '#emails/rendre'

/** What the mail about a fiche takes from its row, its campagne and its thread. */
export type FicheEcrite = {
  titre: string
  contactNom: string
  contactCourriel: string
  /** The last mail of the structure, which the reply answers; null when none is known. */
  dernier: { de: string; sujet: string } | null
  campagne: { dispositif: Dispositif; reglages: unknown; echeanceDepot: Date } | null
  /** Codes of the mandatory pièces of the structure's genre, in the order of the form. */
  pieces: readonly string[]
}

/** The officer who writes, as the foot of the mail names them (CRPA L111-2). */
export type Redacteur = { prenom: string; nom: string; qualite: string; telephone: string }

/** The service of the campagne, in the name of this officer. */
export const signatureDe = (signataire: Signataire, { prenom, nom, qualite, telephone }: Redacteur): Signataire => ({
  ...signataire,
  prenom,
  nom,
  qualite: qualite || signataire.qualite,
  telephone: telephone || signataire.telephone,
})

/** What the answers and each avis give to say, before any officer edits it. */
export const corpsDAvis = (
  { campagne, pieces }: Pick<FicheEcrite, 'campagne' | 'pieces'>,
  avis: Avis,
  paragraphes: readonly string[],
): string =>
  corpsPropose({
    avis,
    paragraphes,
    pieces: inviteADeposer(avis) ? pieces.filter(isCodePiece) : [],
    echeanceDepot: campagne ? fromDate(campagne.echeanceDepot) : null,
  })

/** M02: the avis on a fiche, to its contact, else to who sent it. Null when nobody can be written to. */
export function courrielDAvis(
  { titre, contactNom, contactCourriel, dernier, campagne }: FicheEcrite,
  { avis, texte }: { avis: Avis; texte: string },
  redacteur: Redacteur,
): CourrielCompose | null {
  const adresse = destinataire({ contactCourriel, structureCourriel: dernier?.de ?? '' })
  if (!adresse) return null
  const modele = 'avis_preprojet'
  const rendu = rendreCourriel(modele, {
    titre,
    destinataire: contactNom,
    objet: dernier?.sujet ?? '',
    avis,
    texte,
    signature: signatureDe(lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI').signataire, redacteur),
  })
  return { modele, destinataire: adresse, destinataireNom: contactNom, ...rendu }
}

/** The invitation to deposit that follows a favourable avis, to the same person. Null when nobody can be written to. */
export function courrielDInvitation(fiche: FicheEcrite): CourrielCompose | null {
  const { titre, contactNom, contactCourriel, dernier, campagne, pieces } = fiche
  const adresse = destinataire({ contactCourriel, structureCourriel: dernier?.de ?? '' })
  if (!adresse) return null
  const modele = 'invitation_depot'
  const rendu = rendreCourriel(modele, {
    titre,
    destinataire: contactNom,
    pieces: pieces.filter(isCodePiece),
    echeanceDepot: campagne ? fromDate(campagne.echeanceDepot) : null,
    signature: lireReglages(campagne?.reglages, campagne?.dispositif ?? 'MEI').signataire,
  })
  return { modele, destinataire: adresse, destinataireNom: contactNom, ...rendu }
}

type FicheRecue = {
  titre: string
  destinataire: string
  destinataireNom: string
  /** Subject of the mail that brought it. */
  objet: string
  recuLe: Date
  horsDelai: boolean
  echeanceFiche: Jour
  echeanceDepot: Jour | null
  signature: Signataire
}

/** M01: to who sent the fiche. */
export function courrielDeFicheRecue({
  destinataire: adresse,
  destinataireNom,
  recuLe,
  ...fiche
}: FicheRecue): CourrielCompose {
  const modele = 'fiche_recue'
  const quand = { recueLe: jourDeParis(recuLe), heure: heureDeParis(recuLe) }
  const rendu = rendreCourriel(modele, { ...fiche, ...quand, destinataire: destinataireNom })
  return { modele, destinataire: adresse, destinataireNom, ...rendu }
}
