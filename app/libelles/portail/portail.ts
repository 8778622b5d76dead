import type { Champ } from '#domain/portail/champs'

/** The blocks of the portal's form (docs/domaine.md § 1.3), in its order: how the synthèse of a dossier is laid out. */
export const BLOCS_FORMULAIRE: readonly { titre: string; champs: readonly Champ[] }[] = [
  { titre: 'Demande', champs: ['type', 'numero', 'objet', 'statut', 'deposeLe', 'montantDemande', 'coutTotal'] },
  { titre: 'Identité de la structure', champs: ['raisonSociale', 'sigle', 'natureJuridique', 'siret', 'rna'] },
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
      'codePostal',
      'commune',
      'cedex',
    ],
  },
  {
    titre: 'En cas de changement d’adresse',
    champs: [
      'nouveauSiret',
      'nouveauNumeroVoie',
      'nouveauBisTer',
      'nouveauVoie',
      'nouveauComplementVoie',
      'nouveauLieuDit',
      'nouveauBoiteType',
      'nouveauBoiteNumero',
      'nouveauCodePostal',
      'nouveauCommune',
      'nouveauCedex',
    ],
  },
  { titre: 'Coordonnées', champs: ['courriel', 'telephone', 'site'] },
  {
    titre: 'Représentant légal',
    champs: [
      'representantNom',
      'representantPrenom',
      'representantFonction',
      'representantTelephone',
      'representantCourriel',
    ],
  },
  {
    titre: 'Correspondant',
    champs: [
      'correspondantNom',
      'correspondantPrenom',
      'correspondantFonction',
      'correspondantTelephone',
      'correspondantCourriel',
    ],
  },
  { titre: 'Projet', champs: ['pays', 'villePartenaire', 'dateDebut', 'dateFin', 'nbParticipants'] },
]

/** The columns of the listing that are no field of the form. */
function autresChamps(champs: Record<string, string>): string[] {
  const connus = new Set<string>(BLOCS_FORMULAIRE.flatMap((bloc) => bloc.champs))
  return Object.keys(champs).filter((champ) => !connus.has(champ))
}

/** The blocks of the form of a dossier that hold something, each with the fields the portal gave, empty ones too. */
export const blocsRemplis = (champs: Record<string, string>): { titre: string; noms: string[] }[] =>
  [
    ...BLOCS_FORMULAIRE.map(({ titre, champs: noms }) => ({ titre, noms: [...noms] as string[] })),
    { titre: 'Autres colonnes de l’extraction', noms: autresChamps(champs) },
  ]
    .filter(({ noms }) => noms.some((nom) => champs[nom]))
    .map(({ titre, noms }) => ({ titre, noms: noms.filter((nom) => nom in champs) }))
