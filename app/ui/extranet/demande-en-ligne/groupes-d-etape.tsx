import type { ChampEnLigne } from '#domain/demande-en-ligne/etapes'

type Groupe = { titre: string; aide?: string; champs: readonly ChampEnLigne[] }

const GROUPES_STRUCTURE: readonly Groupe[] = [
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

const GROUPES_PROJET: readonly Groupe[] = [
  { titre: 'Règlement', champs: ['reglementLu'] },
  { titre: 'La demande', champs: ['objet', 'montantDemande', 'coutTotal'] },
  { titre: 'Le projet', champs: ['pays', 'villePartenaire', 'dateDebut', 'dateFin', 'nbParticipants'] },
]

/** The questions of a step, by block of the portal's form (docs/domaine.md § 1.3). */
export const GROUPES_D_ETAPE = { STRUCTURE: GROUPES_STRUCTURE, PROJET: GROUPES_PROJET } as const
