const mots = (liste: string): readonly string[] => liste.split('|')

/**
 * The fields of a demande that a listing may carry (docs/domaine.md §§ 1.3, 9.1) under their canonical names: the keys of `donnees`.
 * Each with the folded headings that mean it; the group of a person or of a new address is found apart.
 */
export const ALIAS = {
  type: mots('type|type demande|dispositif|appel projets|teleservice|nature demande|type aide|type subvention'),
  numero: mots(
    'numero|n|no|num|numero demande|numero dossier|n dossier|n demande|no dossier|reference|ref|reference dossier|reference demande|dossier',
  ),
  objet: mots(
    'objet|objet demande|objet subvention|intitule projet|intitule|intitule action|projet|titre|titre projet|nom projet|libelle projet|objet dossier',
  ),
  statut: mots('statut|etat|statut demande|etat demande|etat dossier|statut dossier|avancement'),
  deposeLe: mots(
    'date depot|depose|depot|date depot dossier|date depot demande|date validation|date transmission|date soumission|date deposee|deposee|date demande',
  ),
  montantDemande: mots(
    'montant demande|montant subvention demandee|montant subvention|subvention demandee|subvention sollicitee|montant sollicite|montant subvention sollicitee|montant|montant aide demandee|aide demandee|aide sollicitee|demande|somme demandee|subvention',
  ),
  raisonSociale: mots(
    'raison sociale|structure|nom structure|nom|denomination|denomination sociale|nom association|demandeur|nom demandeur|beneficiaire|nom beneficiaire|tiers|nom tiers|organisme|nom organisme|porteur|porteur projet|association|nom identique celui declare prefecture|intitule structure',
  ),
  sigle: mots('sigle|acronyme|complement nom|sigle structure'),
  natureJuridique: mots(
    'nature juridique|forme juridique|statut juridique|categorie juridique|categorie juridique insee|code categorie juridique|type structure|nature structure|type demandeur|type organisme|genre',
  ),
  siret: mots(
    'siret|numero siret|n siret|no siret|siret structure|siret demandeur|siret beneficiaire|siret siege|code siret|n siret structure|numero siret structure|siret etablissement',
  ),
  rna: mots('rna|numero rna|n rna|no rna|waldec|numero waldec|n waldec'),
  numeroVoie: mots('n voie|numero voie|no voie|n rue|numero rue'),
  bisTer: mots('bis ter|bis|indice repetition|bis ter quater|btq'),
  voie: mots(
    'voie|rue|adresse|libelle voie|nom voie|adresse postale|adresse siege|adresse etablissement|adresse structure|adresse 1|adresse ligne 1|type nom voie',
  ),
  complementVoie: mots('complement voie|complement adresse|complement|adresse 2|adresse ligne 2|adresse complement'),
  lieuDit: mots('lieu dit|lieudit'),
  boiteType: mots('boite specifique|boite postale|bp|boite specifique type|boite speciale'),
  boiteNumero: mots('boite specifique numero|numero boite|numero boite specifique|n boite|numero bp'),
  cedex: mots('cedex'),
  codePostal: mots('code postal|cp|c p|code postal structure|code postal siege'),
  commune: mots('commune|ville|localite|nom commune|commune structure|ville structure|commune siege'),
  courriel: mots(
    'adresse mail|mail|email|e mail|courriel|adresse electronique|adresse email|adresse e mail|adresse courriel|mel|mail structure|email structure|courriel structure|messagerie',
  ),
  telephone: mots(
    'telephone|tel|numero telephone|n telephone|tel fixe|telephone fixe|telephone structure|portable|telephone portable',
  ),
  site: mots('site internet|site|site web|url'),
  pays: mots('pays|pays destination|pays partenaire|destination|pays accueil|pays concerne'),
  villePartenaire: mots(
    'ville partenaire|ville destination|ville etrangere|commune partenaire|ville jumelee|commune jumelee|ville accueil|collectivite partenaire',
  ),
  dateDebut: mots(
    'date debut|debut|date debut projet|debut projet|date depart|date debut sejour|debut sejour|date debut action|projet debut',
  ),
  dateFin: mots(
    'date fin|fin|date fin projet|fin projet|date retour|date fin sejour|fin sejour|date fin action|projet fin',
  ),
  nbParticipants: mots(
    'nombre participants|nb participants|nbre participants|participants|nombre jeunes|nb jeunes|nbre jeunes|jeunes|effectif|nombre beneficiaires|nb beneficiaires',
  ),
  coutTotal: mots(
    'cout total|cout total projet|cout projet|cout|budget total|budget|budget projet|budget total projet|montant total|montant total projet|montant projet|budget previsionnel|cout previsionnel|total charges|total depenses|cout total previsionnel|cout action',
  ),
} as const satisfies Record<string, readonly string[]>

/** What may be said of a person, whatever the person. */
export const ALIAS_PERSONNE = {
  Nom: ['', 'nom', 'nom prenom', 'nom usage', 'prenom nom', 'identite'],
  Prenom: ['prenom'],
  Fonction: ['fonction', 'qualite', 'titre'],
  Telephone: ALIAS.telephone,
  Courriel: ALIAS.courriel,
} as const

type ChampSimple = keyof typeof ALIAS
type Personne = 'representant' | 'correspondant'
type ChampPersonne = `${Personne}${keyof typeof ALIAS_PERSONNE}`

/** The nine fields of an address, asked again when the structure has moved. */
export const CHAMPS_ADRESSE = [
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
] as const satisfies ChampSimple[]

type ChampNouveau = `nouveau${Capitalize<(typeof CHAMPS_ADRESSE)[number] | 'siret'>}`

export type Champ = ChampSimple | ChampPersonne | ChampNouveau

/** The cells for which a line is rejected (#domain/portail/listing): nothing else of it may be corrected on the page. */
export const CHAMPS_CORRIGIBLES = ['type', 'numero', 'objet', 'deposeLe', 'montantDemande'] as const satisfies Champ[]
export type ChampCorrigible = (typeof CHAMPS_CORRIGIBLES)[number]

/** Without these a listing says too little to make a demande of a line. */
export const CHAMPS_REQUIS = [
  'type',
  'numero',
  'objet',
  'deposeLe',
  'montantDemande',
  'raisonSociale',
] as const satisfies Champ[]
