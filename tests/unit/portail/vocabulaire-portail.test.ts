import { describe, expect, test } from 'vitest'
import { champDe, champsManquants, trouverEntete } from '#domain/portail/colonnes'
import { dispositifDe, recule, sensDuStatut } from '#domain/portail/statut-portail'

const cellules = (textes: readonly string[]) => textes.map((texte) => ({ texte }))

describe('headings', () => {
  test.each([
    ['N°', 'numero'],
    ['N° de demande', 'numero'],
    ['NUMERO', 'numero'],
    ['Objet de la demande', 'objet'],
    ['Intitulé du projet*', 'objet'],
    ['ÉTAT', 'statut'],
    ['Déposé le', 'deposeLe'],
    ['Date du dépôt', 'deposeLe'],
    ['Montant de la subvention demandée (€)', 'montantDemande'],
    ['Montant demandé en euros', 'montantDemande'],
    ['Dénomination', 'raisonSociale'],
    ['N° SIRET', 'siret'],
    ['E-mail', 'courriel'],
    ['Mél', 'courriel'],
    ['Courriel', 'courriel'],
    ['Tél.', 'telephone'],
    ['CP', 'codePostal'],
    ['Représentant nom', 'representantNom'],
    ['Nom du représentant légal', 'representantNom'],
    ['Représentant légal – Prénom', 'representantPrenom'],
    ['Fonction du représentant légal', 'representantFonction'],
    ['Correspondant', 'correspondantNom'],
    ['Mail du correspondant', 'correspondantCourriel'],
    ['Correspondant / suivi du dossier - Téléphone', 'correspondantTelephone'],
    ['Nouveau SIRET', 'nouveauSiret'],
    ['Nouvelle commune', 'nouveauCommune'],
    ['Nouvelle adresse - Code postal', 'nouveauCodePostal'],
    ['Adresse - Commune', 'commune'],
    ['Structure : SIRET', 'siret'],
    ['Projet - Pays', 'pays'],
    ['Nb de jeunes', 'nbParticipants'],
    ['Date de début du séjour', 'dateDebut'],
    ['Budget total du projet', 'coutTotal'],
    ['Pays de destination', 'pays'],
    ['Couleur préférée', null],
  ])('%s is %s', (entete, champ) => expect(champDe(entete)).toBe(champ))

  test('the heading row is found under titles, in any order, and says what it lacks', () => {
    const lignes = [['Demandes', ''], [], ['Objet', 'Numéro', 'Action', 'Type']].map((textes, i) => ({
      numero: i + 1,
      cellules: cellules(textes),
    }))
    const entete = trouverEntete(lignes)
    expect(entete?.ligne).toBe(3)
    expect(entete?.colonnes.map(({ champ }) => champ)).toEqual(['objet', 'numero', 'type'])
    expect(entete && champsManquants(entete)).toEqual(['deposeLe', 'montantDemande', 'raisonSociale'])
    expect(trouverEntete([{ numero: 1, cellules: cellules(['a', 'b', 'c']) }])).toBeNull()
  })
})

describe('the portal’s words', () => {
  test('types of demande', () => {
    expect(dispositifDe('Pas-de-Calais, Mobilité Européenne et Internationale (public)')).toBe('MEI')
    expect(dispositifDe('JUMELAGES (public)')).toBe('JUMELAGES')
    expect(dispositifDe('Appel à projets Quartier Politique de la Ville')).toBeNull()
  })

  test.each([
    ['En cours de saisie', false, 'BROUILLON'],
    ['EN COURS DE SAISIE', true, 'REOUVERTE'],
    ["En cours d'analyse", true, 'DEPOSEE'],
    ['En cours d’instruction', true, 'EN_INSTRUCTION'],
    ['Demande de complément', true, 'INCOMPLETE'],
    ['Accordé', true, 'TERMINEE'],
    ['Inéligible', true, 'TERMINEE'],
    ['REFUSE', true, 'TERMINEE'],
    ['Clos', true, 'TERMINEE'],
    ['Abandonné par le demandeur', true, 'TERMINEE'],
    ['Votée le 12/05/2024', true, 'TERMINEE'],
    ['En attente de vote', true, 'EN_INSTRUCTION'],
    ['Soumis au vote de la commission', true, 'EN_INSTRUCTION'],
    ['en cours d instruction', true, 'EN_INSTRUCTION'],
    ['Demande archivée', true, 'TERMINEE'],
    ['Bleu', true, null],
  ])('%s (numbered: %s) is %s', (statut, numerote, sens) => expect(sensDuStatut(statut, numerote)).toBe(sens))

  test('going back is seen', () => {
    expect(recule('DEPOSEE', 'REOUVERTE')).toBe(true)
    expect(recule('EN_INSTRUCTION', 'DEPOSEE')).toBe(true)
    expect(recule('BROUILLON', 'DEPOSEE')).toBe(false)
    expect(recule(null, 'DEPOSEE')).toBe(false)
  })
})
