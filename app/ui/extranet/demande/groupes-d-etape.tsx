import type { ChampEnLigne } from '#domain/demande-en-ligne/etapes'

type Groupe = { titre: string; aide?: string; champs: readonly ChampEnLigne[] }

/** The questions of the first step, by block of the portal's form (docs/domaine.md § 1.3). */
export const GROUPES_STRUCTURE: readonly Groupe[] = [
  {
    titre: 'Adresse de l’établissement',
    champs: [
      'numeroVoie',
      'bisTer',
      'voie',
      'complementVoie',
      'lieuDit',
      'boiteType',
      'boiteNumero',
      'cedex',
      'codePostal',
      'commune',
    ],
  },
  {
    titre: 'En cas de changement d’adresse',
    aide: 'Ne remplissez ces lignes que si votre structure a changé d’adresse.',
    champs: [
      'nouveauNumeroVoie',
      'nouveauBisTer',
      'nouveauVoie',
      'nouveauComplementVoie',
      'nouveauLieuDit',
      'nouveauBoiteType',
      'nouveauBoiteNumero',
      'nouveauCedex',
      'nouveauCodePostal',
      'nouveauCommune',
      'nouveauSiret',
    ],
  },
  { titre: 'Coordonnées', champs: ['courriel', 'telephone', 'site', 'adresseDeReponse'] },
  { titre: 'Représentant légal', champs: ['representantNom', 'representantPrenom', 'representantFonction'] },
  {
    titre: 'Correspondant, pour le suivi du dossier',
    champs: [
      'correspondantNom',
      'correspondantPrenom',
      'correspondantFonction',
      'correspondantTelephone',
      'correspondantCourriel',
    ],
  },
]

/** Those of the second one. */
export const GROUPES_PROJET: readonly Groupe[] = [
  { titre: 'Règlement', champs: ['reglementLu'] },
  { titre: 'La demande', champs: ['objet', 'montantDemande', 'coutTotal'] },
  { titre: 'Le projet', champs: ['pays', 'villePartenaire', 'dateDebut', 'dateFin', 'nbParticipants'] },
]
