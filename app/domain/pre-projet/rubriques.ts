/**
 * The labels of a fiche pré-projet as structures write them (domain.md § 2.2). Written without accents or small words:
 * both sides are folded before they are compared (#domain/pre-projet/libelle), and the longest label that fits wins.
 */

/** The parts of a form; the same short label (`Nom`, `Ville`) means another thing in each. */
export type Section = 'STRUCTURE' | 'CONTACT' | 'PROJET' | 'PARTENAIRE' | 'BUDGET'

export type Rubrique =
  | 'structure'
  | 'genre'
  | 'siret'
  | 'commune'
  | 'codePostal'
  | 'contact'
  | 'prenomContact'
  | 'courriel'
  | 'telephone'
  | 'titre'
  | 'theme'
  | 'pays'
  | 'ville'
  | 'lieu'
  | 'partenaire'
  | 'periode'
  | 'dateDebut'
  | 'dateFin'
  | 'nbJeunes'
  | 'age'
  | 'coutTotal'
  | 'montantSouhaite'
  | 'description'
  | 'autresFinanceurs'
  | 'autre'

type Libelles = {
  /** The part of the form the reader is in after this label. */
  section?: Section
  /** Labels that can only mean this. */
  toujours: string[]
  /** Short labels that mean this in one part of the form only. */
  selon?: Partial<Record<Section, string[]>>
}

/** A list of labels is written as a text: what separates them is the comma. */
export const liste = (texte: string): string[] => texte.split(',').map((libelle) => libelle.trim())

export const RUBRIQUES: Record<Rubrique, Libelles> = {
  structure: {
    section: 'STRUCTURE',
    toujours: liste(`
      nom structure, nom structure porteuse, structure porteuse, structure demandeuse, structure, raison sociale,
      denomination, denomination sociale, denomination structure, nom organisme, nom organisme porteur,
      organisme porteur, organisme, organisme demandeur, nom association, association, association porteuse,
      nom etablissement, etablissement, etablissement scolaire, nom collectivite, collectivite, porteur projet,
      porteur, nom porteur, nom porteur projet, nom demandeur, demandeur, beneficiaire subvention, nom beneficiaire,
      nom comite, nom comite jumelage, intitule structure, nom legal, identite structure, organisateur,
      structure organisatrice`),
    selon: { STRUCTURE: liste('nom') },
  },
  genre: {
    section: 'STRUCTURE',
    toujours: liste(`
      nature structure, nature juridique, type structure, statut juridique, statut structure, forme juridique,
      categorie juridique, genre structure, categorie structure, nature organisme, type organisme, vous etes`),
    selon: { STRUCTURE: liste('nature, statut, type, categorie, genre') },
  },
  siret: {
    section: 'STRUCTURE',
    toujours: liste(`
      siret, numero siret, code siret, siret structure, siret association, siret siren, siren siret, siren,
      identifiant siret`),
  },
  commune: {
    section: 'STRUCTURE',
    toujours: liste(`
      commune, commune siege, commune structure, commune implantation, code postal commune, code postal ville,
      cp ville, cp commune, ville siege, localite, ville structure, siege social commune, commune code postal,
      ville code postal`),
    selon: { STRUCTURE: liste('ville'), CONTACT: liste('ville') },
  },
  codePostal: { section: 'STRUCTURE', toujours: liste('code postal, cp') },
  contact: {
    section: 'CONTACT',
    toujours: liste(`
      contact, nom contact, personne contact, personne contacter, personne referente, referent, referent projet,
      nom referent, correspondant, nom correspondant, responsable projet, nom responsable, responsable,
      interlocuteur, personne chargee projet, personne chargee dossier, nom prenom, nom prenom contact,
      nom prenom referent, nom prenom responsable, prenom nom, nom prenom responsable projet, suivi projet,
      suivi dossier, personne responsable, coordinateur, coordonnateur, nom personne contact,
      nom prenom personne contact`),
    selon: { CONTACT: liste('nom') },
  },
  prenomContact: { section: 'CONTACT', toujours: liste('prenom, prenom contact, prenom referent, prenom responsable') },
  courriel: {
    toujours: liste(`
      courriel, mail, mel, email, e mail, adresse mail, adresse mel, adresse e mail, adresse email, adresse electronique,
      adresse courriel, courrier electronique, courriel contact, mail contact, email contact, adresse messagerie,
      messagerie`),
  },
  telephone: {
    toujours: liste(`
      telephone, tel, telephone contact, telephone portable, telephone fixe, portable, mobile, numero telephone,
      tel portable, tel fixe`),
  },
  titre: {
    section: 'PROJET',
    toujours: liste(`
      intitule projet, intitule action, intitule, titre projet, titre action, titre, nom projet, nom action,
      libelle projet, denomination projet, projet, objet projet, objet demande, intitule mobilite, intitule echange,
      titre echange, objet action, intitule rencontre, titre rencontre, titre sejour, intitule sejour,
      appellation projet, designation projet`),
    selon: { PROJET: liste('nom, libelle, designation') },
  },
  theme: {
    section: 'PROJET',
    toujours: liste(`
      theme, thematique, themes abordes, theme abordes, thematique abordee, domaine, domaine action,
      theme principal, thematique principale, champ action`),
  },
  pays: {
    section: 'PROJET',
    toujours: liste(`
      pays, pays destination, pays accueil, pays partenaire, pays visite, pays cible, destination pays,
      pays jumelage, pays sejour, pays hote`),
  },
  ville: {
    section: 'PROJET',
    toujours: liste(`
      ville destination, ville accueil, ville partenaire, ville jumelee, commune jumelee, ville etrangere,
      ville sejour, ville visitee, ville jumelage, commune partenaire, localite destination, commune accueil,
      ville hote, destination ville, localite accueil`),
    selon: { PROJET: liste('ville, localite'), PARTENAIRE: liste('ville, commune, localite') },
  },
  lieu: {
    section: 'PROJET',
    toujours: liste(`
      destination, lieu, lieu destination, lieu sejour, lieu projet, lieu action, pays ville, ville pays,
      pays ville destination, ville pays destination, lieu mobilite, lieu echange, lieu deroulement,
      ville pays accueil, pays ville accueil, lieu realisation, lieu rencontre, territoire destination,
      ville pays partenaire, pays ville partenaire`),
  },
  partenaire: {
    section: 'PARTENAIRE',
    toujours: liste(`
      partenaire, partenaire etranger, nom partenaire, nom partenaire etranger, structure partenaire,
      organisme partenaire, structure accueil, partenaire europeen, partenaire international, partenaire local,
      structure partenaire etranger, etablissement partenaire, structure hote, partenaire pays destination,
      partenaire destination, partenaire sur place, organisme accueil, partenaire etranger nom,
      association partenaire, structure etrangere, comite partenaire`),
    selon: { PARTENAIRE: liste('nom, structure, organisme, denomination') },
  },
  periode: {
    section: 'PROJET',
    toujours: liste(`
      date, dates, date projet, date sejour, periode, periode realisation, date mobilite, date echange,
      date realisation, calendrier, date action, periode sejour, date deroulement, date debut fin,
      date debut date fin, date depart retour, quand, date rencontre, periode projet, periode mobilite,
      date depart date retour, date voyage, periode deroulement, date heure, periode echange, date jumelage`),
  },
  dateDebut: {
    section: 'PROJET',
    toujours: liste(`
      date debut, debut, date depart, depart, date debut projet, debut projet, date aller, aller, date arrivee,
      debut sejour, commence`),
  },
  dateFin: {
    section: 'PROJET',
    toujours: liste('date fin, fin, date retour, retour, date fin projet, fin projet, fin sejour, termine'),
  },
  nbJeunes: {
    section: 'PROJET',
    toujours: liste(`
      nombre jeune, nb jeune, nbre jeune, nombre jeune participant, effectif jeune, effectif, jeune participant,
      jeune, nombre participant, nb participant, nbre participant, nombre eleve, nb eleve, nbre eleve,
      nombre beneficiaire, combien jeune, combien jeune participent, jeune concerne, public jeune,
      nombre jeune mobilite, participants, nombre collegien, nombre lyceen, effectif prevu, nombre jeune implique`),
  },
  age: {
    section: 'PROJET',
    toujours: liste(`
      age, age participant, age jeune, tranche age, tranche age participant, age public, ages, age beneficiaire,
      tranche age jeune, age eleve`),
  },
  coutTotal: {
    section: 'BUDGET',
    toujours: liste(`
      cout total, cout projet, cout total projet, cout, budget, budget total, budget projet, budget global,
      budget previsionnel, montant projet, montant total projet, montant budget, montant total budget,
      depense totale, total depense, total charge, montant total, cout action, cout global, cout sejour,
      montant total depense, total budget, enveloppe totale, total cout, cout previsionnel, cout operation`),
    selon: { BUDGET: liste('total') },
  },
  montantSouhaite: {
    section: 'BUDGET',
    toujours: liste(`
      subvention souhaitee, subvention demandee, subvention sollicitee, montant souhaite, montant demande,
      montant sollicite, montant subvention, montant subvention souhaitee, montant subvention demandee,
      montant subvention sollicitee, aide souhaitee, aide demandee, aide sollicitee, montant aide,
      montant aide souhaitee, montant aide demandee, montant aide sollicitee, participation souhaitee,
      participation demandee, subvention departement, subvention departementale, financement demande,
      financement souhaite, financement sollicite, subvention, soutien demande, soutien souhaite, aide departement,
      soutien financier demande, soutien financier souhaite, concours financier demande, subvention attendue,
      participation departement, aide financiere demandee, aide financiere souhaitee, aide financiere sollicitee,
      part departement`),
  },
  description: {
    section: 'PROJET',
    toujours: liste(`
      description, description projet, description action, descriptif, descriptif projet, resume, resume projet,
      presentation projet, presentation action, description courte, description succincte, contenu projet,
      programme, programme previsionnel, projet quelques mots, presentation synthetique, synthese projet, contexte,
      description synthetique, presentation succincte, en quelques mots, decrivez projet, programme sejour,
      description detaillee, descriptif action, presentez projet, resume action, objectif description projet`),
  },
  autresFinanceurs: {
    section: 'BUDGET',
    toujours: liste(`
      autre financeur, autre financement, cofinancement, cofinanceur, co financeur, co financement,
      autre financement sollicite, autre subvention, autre subvention sollicitee, autre subvention demandee,
      autre aide, autre financeur sollicite, autre partenaire financier, partenaire financier, financeur,
      autre ressource, autre aide sollicitee`),
  },
  autre: {
    toujours: liste(`
      adresse, adresse postale, adresse siege, siege social, siege, site internet, site web, site, fonction,
      qualite, sigle, rna, numero rna, code naf, code ape, date creation, president, presidente, maire,
      representant legal, nom representant legal, principal, chef etablissement, accompagnateur,
      nombre accompagnateur, encadrant, nombre encadrant, nb accompagnateur, nombre adulte, adulte, objectif,
      objectif projet, duree, duree sejour, nombre nuit, nombre jour, transport, hebergement, moyen transport,
      signature, cachet, fait, fait a, date demande, date signature, observation, avis, commentaire, objet, envoye,
      cc, uai, rne, territoire, canton, iban, public, public vise, public prioritaire, reciprocite, evaluation,
      piece jointe, signataire, civilite, nombre jeune pas calais, nombre jeune etranger, date jumelage signature,
      premiere demande`),
  },
}
