import type { Rubrique, Section } from '#domain/pre-projet/lecture/rubrique'
import { LIBELLES_SANS_CHAMP, liste } from '#domain/pre-projet/lecture/libelles-sans-champ'

/**
 * The labels of a fiche pré-projet as structures write them (docs/domaine.md § 2.2). Written without accents or small words:
 * both sides are folded before they are compared (#domain/pre-projet/libelle), and the longest label that fits wins.
 */

export type { Rubrique, Section }

type Libelles = {
  /** The part of the form the reader is in after this label. */
  section?: Section
  /** Labels that can only mean this. */
  toujours: string[]
  /** Short labels that mean this in one part of the form only. */
  selon?: Partial<Record<Section, string[]>>
}

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
      structure organisatrice, nom prenom porteur projet, nom complet structure, association etablissement commune,
      association collectivite etablissement, association commune, association collectivite, etablissement association,
      nom usage structure, organisme beneficiaire, structure beneficiaire, beneficiaire aide, nom commune porteuse,
      commune porteuse, nom comite jumelage porteur, etablissement porteur, organisme porteuse, structure candidate,
      candidat, nom candidat, nom college, nom lycee, porteur action, nom porteur action, maitre ouvrage, entite,
      nom entite, identite porteur, identite demandeur, identite organisme`),
    selon: { STRUCTURE: liste('nom') },
  },
  genre: {
    section: 'STRUCTURE',
    toujours: liste(`
      nature structure, nature juridique, type structure, statut juridique, statut structure, forme juridique,
      categorie juridique, genre structure, statut, statut porteur, statut demandeur, type porteur, nature porteur,
      type demandeur, nature demandeur, forme structure, type etablissement, nature association, vous representez, categorie structure, nature organisme, type organisme, vous etes`),
    selon: { STRUCTURE: liste('nature, statut, type, categorie, genre') },
  },
  siret: {
    section: 'STRUCTURE',
    toujours: liste(`
      siret, numero siret, code siret, siret structure, siret association, siret siren, siren siret, siren,
      identifiant siret, siret porteur, siret organisme, siret etablissement, siret demandeur, siret commune`),
  },
  commune: {
    section: 'STRUCTURE',
    toujours: liste(`
      commune, commune siege, commune structure, commune implantation, code postal commune, code postal ville,
      cp ville, cp commune, ville siege, localite, ville structure, siege social commune, commune code postal,
      ville code postal, commune porteur, commune domiciliation, ville implantation, ville porteur, cp localite,
      code postal localite, lieu implantation, commune rattachement, adresse commune`),
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
      nom prenom personne contact, nom prenom personne chargee projet, nom prenom personne chargee dossier,
      personne chargee suivi, nom prenom correspondant, nom prenom interlocuteur, nom personne referente,
      nom prenom personne referente, contact projet, contact referent, referent action, responsable action,
      nom prenom coordinateur, prenom nom referent, prenom nom contact, prenom nom responsable, chef projet,
      charge projet, charge mission, personne contact projet, nom interlocuteur, animateur referent,
      enseignant referent, professeur referent, professeur responsable, enseignant responsable,
      responsable legal projet, dossier suivi, affaire suivie`),
    selon: { CONTACT: liste('nom') },
  },
  prenomContact: { section: 'CONTACT', toujours: liste('prenom, prenom contact, prenom referent, prenom responsable') },
  courriel: {
    toujours: liste(`
      courriel, mail, mel, email, e mail, adresse mail, adresse mel, adresse e mail, adresse email, adresse electronique,
      adresse courriel, courrier electronique, courriel contact, mail contact, email contact, adresse messagerie,
      messagerie, courriel referent, mail referent, adresse mail contact, adresse mail referent, courriel responsable,
      mail responsable, adresse electronique contact, email referent, mail correspondant, courriel correspondant,
      adresse courriel contact, courriel structure, mail structure, coordonnees mail, coordonnees electroniques`),
  },
  telephone: {
    toujours: liste(`
      telephone, tel, telephone contact, telephone portable, telephone fixe, portable, mobile, numero telephone,
      telephone referent, telephone responsable, telephone structure, numero telephone contact, numero portable,
      telephone mobile, numero tel, coordonnees telephonique, telephone correspondant`),
  },
  titre: {
    section: 'PROJET',
    toujours: liste(`
      intitule projet, intitule action, intitule, titre projet, titre action, titre, nom projet, nom action,
      libelle projet, denomination projet, projet, objet projet, objet demande, intitule mobilite, intitule echange,
      titre echange, objet action, intitule rencontre, titre rencontre, titre sejour, intitule sejour,
      appellation projet, designation projet, intitule projet mobilite, titre projet mobilite, intitule jumelage,
      nom sejour, nom echange, nom rencontre, nom mobilite, titre mobilite, intitule voyage, titre voyage,
      intitule demande, intitule dossier, libelle action, nom complet projet, objet mobilite, titre jumelage,
      denomination action`),
    selon: { PROJET: liste('nom, libelle, designation') },
  },
  theme: {
    section: 'PROJET',
    toujours: liste(`
      theme, thematique, themes abordes, theme abordes, thematique abordee, domaine, domaine action,
      theme principal, thematique principale, champ action, theme projet, axe, axe thematique, axe principal,
      domaine projet, domaine intervention, theme retenu, thematique retenue, thematique projet, champ thematique`),
  },
  pays: {
    section: 'PROJET',
    toujours: liste(`
      pays, pays destination, pays accueil, pays partenaire, pays visite, pays cible, destination pays,
      pays jumelage, pays sejour, pays hote, pays concerne, pays etranger, pays jumele, pays action,
      pays projet, pays mobilite, pays ou se deroule, pays echange, pays partenaire etranger`),
  },
  ville: {
    section: 'PROJET',
    toujours: liste(`
      ville destination, ville accueil, ville partenaire, ville jumelee, commune jumelee, ville etrangere,
      ville sejour, ville visitee, ville jumelage, commune partenaire, localite destination, commune accueil,
      ville hote, destination ville, localite accueil, ville concernee, ville pays destination nom, commune etrangere,
      ville mobilite, ville projet, commune destination, ville echange, localite partenaire, ville partenaire etranger`),
    selon: { PROJET: liste('ville, localite'), PARTENAIRE: liste('ville, commune, localite') },
  },
  lieu: {
    section: 'PROJET',
    toujours: liste(`
      destination, lieu, lieu destination, lieu sejour, lieu projet, lieu action, pays ville, ville pays,
      pays ville destination, ville pays destination, lieu mobilite, lieu echange, lieu deroulement,
      ville pays accueil, pays ville accueil, lieu realisation, lieu rencontre, territoire destination,
      ville pays partenaire, pays ville partenaire, pays commune, commune pays, lieu destination ville pays,
      lieu destination pays ville, destination ville pays, destination pays ville, ville pays destination projet,
      lieu mobilite pays ville, pays ville accueil destination, lieu accueil, lieu voyage`),
  },
  partenaire: {
    section: 'PARTENAIRE',
    toujours: liste(`
      partenaire, partenaire etranger, nom partenaire, nom partenaire etranger, structure partenaire,
      organisme partenaire, structure accueil, partenaire europeen, partenaire international, partenaire local,
      structure partenaire etranger, etablissement partenaire, structure hote, partenaire pays destination,
      partenaire destination, partenaire sur place, organisme accueil, partenaire etranger nom,
      association partenaire, structure etrangere, comite partenaire, nom structure partenaire, nom structure accueil,
      nom organisme partenaire, nom organisme accueil, nom etablissement partenaire, partenaire pays,
      ville jumelee partenaire, collectivite partenaire, structure partenaire pays destination, partenaire principal,
      partenaire projet, partenaire accueil, etablissement accueil, organisme etranger, correspondant etranger`),
    selon: { PARTENAIRE: liste('nom, structure, organisme, denomination') },
  },
  periode: {
    section: 'PROJET',
    toujours: liste(`
      date, dates, date projet, date sejour, periode, periode realisation, date mobilite, date echange,
      date realisation, calendrier, date action, periode sejour, date deroulement, date debut fin,
      date debut date fin, date depart retour, quand, date rencontre, periode projet, periode mobilite,
      date depart date retour, date voyage, periode deroulement, date heure, periode echange,
      date prevue, date aller retour, date realisation projet, periode action, periode voyage, calendrier projet,
      date mobilite aller retour, date manifestation, date previsionnelle realisation, date deplacement,
      periode deplacement, date prevue sejour`),
  },
  dateDebut: {
    section: 'PROJET',
    toujours: liste(`
      date debut, debut, date depart, depart, date debut projet, debut projet, date aller, aller, date arrivee,
      debut sejour, commence, date debut sejour, date debut action, date debut mobilite, date debut echange,
      debut action, debut mobilite, date depart aller, jour depart, date premier jour, premier jour`),
  },
  dateFin: {
    section: 'PROJET',
    toujours: liste(`
      date fin, fin, date retour, retour, date fin projet, fin projet, fin sejour, termine, date fin sejour,
      date fin action, date fin mobilite, date fin echange, fin action, fin mobilite, jour retour, date dernier jour,
      dernier jour`),
  },
  nbJeunes: {
    section: 'PROJET',
    toujours: liste(`
      nombre jeune, nb jeune, nbre jeune, nombre jeune participant, effectif jeune, effectif, jeune participant,
      jeune, nombre participant, nb participant, nbre participant, nombre eleve, nb eleve, nbre eleve,
      nombre beneficiaire, combien jeune, combien jeune participent, jeune concerne, public jeune,
      nombre jeune mobilite, participants, nombre total jeune, nombre jeune prevu, nombre jeune partant,
      jeune mobilise, jeune participant projet, effectif eleve, eleve, eleve concerne, eleve participant,
      nombre adolescent, nombre apprenti, nombre participant jeune, nombre jeune beneficiaire, nombre jeune engage,
      taille groupe, nombre jeune implique projet, combien jeune partent, combien eleve, nombre collegien, nombre lyceen, effectif prevu, nombre jeune implique`),
  },
  age: {
    section: 'PROJET',
    toujours: liste(`
      age, age participant, age jeune, tranche age, tranche age participant, age public, ages, age beneficiaire,
      tranche age jeune, age eleve, age moyen, age requis, age groupe, ages participant, fourchette age,
      tranche age concernee, tranche age public, de quel age`),
  },
  coutTotal: {
    section: 'BUDGET',
    toujours: liste(`
      cout total, cout projet, cout total projet, cout, budget, budget total, budget projet, budget global,
      budget previsionnel, montant projet, montant total projet, montant budget, montant total budget,
      depense totale, total depense, total charge, montant total, cout action, cout global, cout sejour,
      montant total depense, montant total, montant global projet, cout estimatif, cout estime projet, budget action,
      budget sejour, budget estimatif, budget mobilite, cout mobilite, cout echange, depense total projet,
      total depense previsionnelle, montant depense, total general, budget equilibre, cout total ttc, total budget, enveloppe totale, total cout, cout previsionnel, cout operation`),
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
      part departement, montant demande departement, montant attendu, aide attendue, subvention conseil departemental,
      montant subvention souhaite, montant subvention demande, somme demandee, somme sollicitee, somme souhaitee,
      montant sollicite departement, soutien departement, demande subvention departement, participation sollicitee,
      participation demandee departement, contribution demandee, contribution sollicitee, montant financement demande,
      montant financement sollicite, subvention mei, montant demande subvention`),
  },
  description: {
    section: 'PROJET',
    toujours: liste(`
      description, description projet, description action, descriptif, descriptif projet, resume, resume projet,
      presentation, presentation projet, presentation action, description courte, description succincte, contenu projet,
      programme, programme previsionnel, projet quelques mots, presentation synthetique, synthese projet, contexte,
      description synthetique, presentation succincte, en quelques mots, decrivez projet, programme sejour,
      description detaillee, decrivez action, decrire projet, presenter projet, decrivez brievement projet,
      resume quelques lignes, projet en bref, contenu action, objectif contenu, objectif et description, deroulement,
      deroulement projet, deroule, presentation sejour, description sejour, description mobilite, descriptif sejour,
      descriptif mobilite, descriptif action, presentez projet, resume action, objectif description projet`),
  },
  autresFinanceurs: {
    section: 'BUDGET',
    toujours: liste(`
      autre financeur, autre financement, cofinancement, cofinanceur, co financeur, co financement,
      autre financement sollicite, autre subvention, autre subvention sollicitee, autre subvention demandee,
      autre aide, autre financeur sollicite, autre partenaire financier, partenaire financier, financeur,
      autre ressource, autre aide sollicitee, autre cofinancement, autre financement public, autre subvention publique,
      autre participation, autre financement demande, autre financement prevu, source financement, ressource`),
  },
  autre: { toujours: LIBELLES_SANS_CHAMP },
}
