import type { ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'

/** What a structure answers to all that is asked of it. */
export const STRUCTURE: ReponsesEnLigne = {
  voie: '12 rue de la Paix',
  codePostal: '62300',
  commune: 'Lens',
  courriel: 'comite@exemple.test',
  adresseDeReponse: 'oui',
  telephone: '03 21 00 00 00',
  representantNom: 'Pruvost',
  representantPrenom: 'Anne',
  representantFonction: 'Présidente',
  correspondantCourriel: 'anne@exemple.test',
}
export const PROJET: ReponsesEnLigne = {
  reglementLu: 'oui',
  objet: 'Fresque à Herne',
  montantDemande: '10000',
  coutTotal: '25000',
  pays: 'Allemagne',
  dateDebut: '12/07/2027',
  dateFin: '19/07/2027',
}
export const CERTIFIE = { faitA: 'Lens', certifie: 'oui' } as const
