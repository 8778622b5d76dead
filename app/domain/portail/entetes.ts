import type { Champ } from '#domain/portail/champs'

/** The portal's own heading of each field: shown to people exactly so, accents included (docs/decisions/0002). */
export const ENTETE_PORTAIL: Record<Champ, string> = {
  type: 'Type',
  numero: 'Numéro',
  objet: 'Objet',
  statut: 'Statut',
  deposeLe: 'Date de dépôt',
  montantDemande: 'Montant demandé',
  raisonSociale: 'Raison sociale',
  sigle: 'Sigle',
  natureJuridique: 'Nature juridique',
  siret: 'SIRET',
  rna: 'RNA',
  numeroVoie: 'N° Voie',
  bisTer: 'Bis, Ter…',
  voie: 'Voie',
  complementVoie: 'Complément de voie',
  lieuDit: 'Lieu Dit',
  boiteType: 'Boite spécifique',
  boiteNumero: 'Boite spécifique (numéro)',
  cedex: 'Cedex',
  codePostal: 'Code Postal',
  commune: 'Commune',
  courriel: 'Adresse mail',
  telephone: 'Téléphone',
  site: 'Site internet',
  pays: 'Pays',
  villePartenaire: 'Ville partenaire',
  dateDebut: 'Date de début',
  dateFin: 'Date de fin',
  nbParticipants: 'Nombre de participants',
  coutTotal: 'Coût total',
  representantNom: 'Représentant légal - Nom',
  representantPrenom: 'Représentant légal - Prénom',
  representantFonction: 'Représentant légal - Fonction',
  representantTelephone: 'Représentant légal - Téléphone',
  representantCourriel: 'Représentant légal - Adresse mail',
  correspondantNom: 'Correspondant - Nom',
  correspondantPrenom: 'Correspondant - Prénom',
  correspondantFonction: 'Correspondant - Fonction',
  correspondantTelephone: 'Correspondant - Téléphone',
  correspondantCourriel: 'Correspondant - Adresse mail',
  nouveauSiret: 'Nouveau SIRET',
  nouveauNumeroVoie: 'Nouveau N° Voie',
  nouveauBisTer: 'Nouveau Bis, Ter…',
  nouveauVoie: 'Nouvelle Voie',
  nouveauComplementVoie: 'Nouveau Complément de voie',
  nouveauLieuDit: 'Nouveau Lieu Dit',
  nouveauBoiteType: 'Nouvelle Boite spécifique',
  nouveauBoiteNumero: 'Nouvelle Boite spécifique (numéro)',
  nouveauCedex: 'Nouveau Cedex',
  nouveauCodePostal: 'Nouveau Code Postal',
  nouveauCommune: 'Nouvelle Commune',
}

/** A column we do not know is kept in `donnees` under its own heading after this mark, so that nothing of a line is lost. */
export const AUTRE_COLONNE = '+'

/** The answer to a question that a campagne asks of its own is kept in `donnees` under the words of the question, after this mark. */
export const QUESTION_DE_CAMPAGNE = '?'

/** The heading to show for a key of `donnees`: the portal's own, the file's for a column we do not know, or a question of a campagne. */
export function enteteDe(cle: string): string {
  const marque = [AUTRE_COLONNE, QUESTION_DE_CAMPAGNE].find((une) => cle.startsWith(une))
  if (marque !== undefined) return cle.slice(marque.length)
  return (ENTETE_PORTAIL as Record<string, string>)[cle] ?? cle
}
