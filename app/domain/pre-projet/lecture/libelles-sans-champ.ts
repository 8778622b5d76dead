/** A list of labels is written as a text: what separates them is the comma. */
export const liste = (texte: string): string[] => texte.split(',').map((libelle) => libelle.trim())

/**
 * Labels of a fiche pré-projet that ask for none of the fields kept (#domain/pre-projet/rubriques): known, so that their answers are not taken for
 * the end of another.
 */
export const LIBELLES_SANS_CHAMP = liste(`
  adresse, adresse postale, adresse siege, siege social, siege, site internet, site web, site, fonction,
  qualite, sigle, rna, numero rna, code naf, code ape, date creation, president, presidente, maire,
  representant legal, nom representant legal, principal, chef etablissement, accompagnateur,
  nombre accompagnateur, encadrant, nombre encadrant, nb accompagnateur, nombre adulte, adulte, objectif,
  objectif projet, duree, duree sejour, nombre nuit, nombre jour, transport, hebergement, moyen transport,
  signature, cachet, fait, fait a, date demande, date signature, observation, avis, commentaire, objet, envoye,
  cc, uai, rne, territoire, canton, iban, public, public vise, public prioritaire, reciprocite, evaluation,
  piece jointe, signataire, civilite, nombre jeune pas calais, nombre jeune etranger, date jumelage signature,
  premiere demande, campagne, annee, annee scolaire, exercice, numero dossier, reference, classe, niveau, niveau classe, nombre classe, discipline, langue, association creee, nombre adherent, nombre salarie, nombre benevole,
  moyen transport prevu, mode transport, mode hebergement, type hebergement, nombre fille, nombre garcon,
  fille, garcon, nombre professeur, nombre enseignant, fonction contact, fonction referent, fonction responsable,
  qualite signataire, adresse structure, adresse complete, adresse partenaire, contact partenaire,
  courriel partenaire, mail partenaire, telephone partenaire, site internet structure, statut partenaire,
  type partenaire, nature partenaire, subvention obtenue, subvention precedente, subvention accordee,
  subvention anterieure, participation famille, participation jeune, part famille, cout par jeune,
  cout jeune, cout participant, reste charge, autofinancement, fonds propres, date limite, date depot,
  date reception, date naissance, date jumelage, date assemblee, nom president, nom maire, nom chef etablissement,
  prenom president, nom signataire`)
