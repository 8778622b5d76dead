import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONSTATS } from '#domain/dossier/constat'
import { type ActeJournal, ACTES_JOURNAL } from '#domain/journal/entree'
import { LIBELLE_ACTE_JOURNAL } from '#libelles/journal/journal'
import { phraseRetour } from '#libelles/journal/retours'

test('docs/retours.md says of every act what the pages say of it, and of no other', () => {
  const lignes = readFileSync('docs/retours.md', 'utf8')
    .split('\n')
    .filter((ligne) => ligne.startsWith('| ') && !ligne.startsWith('| acte'))
  const dites = ACTES_JOURNAL.map((acte) => {
    const [sens = '', ...reste] = phraseRetour(acte).split('\u00a0: ')
    return `| ${LIBELLE_ACTE_JOURNAL[acte]} | ${sens} | ${reste.join('\u00a0: ')} |`.replaceAll('\u00a0', '&nbsp;')
  })
  expect(lignes).toEqual(dites)
})

/** What no officer does by a button of a page, and who does it. */
const SANS_BOUTON: Partial<Record<ActeJournal, 'IMPORT' | 'SYSTEME' | 'COMMANDE' | 'LA_PERSONNE'>> = {
  ...{ importer: 'IMPORT', deposer: 'IMPORT', mettreAJour: 'IMPORT', recevoirPiece: 'IMPORT', traiterLot: 'IMPORT' },
  ...{
    signalerDisparu: 'IMPORT',
    signalerRetour: 'IMPORT',
    recevoirModification: 'IMPORT',
    recevoirCourriel: 'IMPORT',
  },
  ...{ ouvrirCampagne: 'IMPORT', retenirAccuse: 'IMPORT', recevoirComplements: 'IMPORT' },
  ...{
    depasserComplements: 'SYSTEME',
    rappelerDeverrouillage: 'SYSTEME',
    rappelerDemande: 'SYSTEME',
    annoncerChangement: 'SYSTEME',
    demanderBilan: 'SYSTEME',
    rappelerAvisExpert: 'SYSTEME',
    envoyerCourriel: 'SYSTEME',
  },
  ...{ constaterNonRemise: 'SYSTEME', constaterRetard: 'SYSTEME', reprendreEnvois: 'SYSTEME' },
  ...{ constaterRemise: 'SYSTEME', constaterRelais: 'SYSTEME' },
  ...{ verrouillerFichierInfecte: 'SYSTEME', produireRapport: 'SYSTEME' },
  ...{ genererDossiers: 'COMMANDE', refaireComptes: 'COMMANDE' },
  ...{ activerAgent: 'LA_PERSONNE', seConnecter: 'LA_PERSONNE', choisirMotDePasse: 'LA_PERSONNE' },
  ...{ demanderOuverture: 'LA_PERSONNE', confirmerOuverture: 'LA_PERSONNE' },
  ...{ supprimerDemande: 'LA_PERSONNE', retirerMembre: 'LA_PERSONNE' },
  ...{ certifierRepresentant: 'LA_PERSONNE' },
}

/** Named where they are said by what they have in common: the decisions share a form, the acts on many dossiers a page. */
const ENSEMBLE: Record<string, readonly ActeJournal[]> = {
  'app/ui/dossier/decision-form.tsx fait={acte}': [
    ...(['accorder', 'accorderPartiellement', 'refuser', 'classerSansSuite', 'retirer'] as const),
    ...(['declarerHorsDelai', 'declarerIneligible'] as const),
  ],
  'app/ui/lot-actes/lot-actes.tsx phraseRetour(MOTS_ACTE_DE_LOT[acte].retour)': [
    ...CONSTATS,
    'lancerLot',
    'lancerRelances',
  ],
}

test('what cannot be undone at once is said before it is done, beside its button or in its dialog', () => {
  const sources = ['app/ui', 'app/routes'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((nom) => nom.endsWith('.tsx'))
      .map((nom) => ({ fichier: `${room}/${nom}`, texte: readFileSync(`${room}/${nom}`, 'utf8') })),
  )
  const dits = sources.flatMap(({ fichier, texte }) => [
    ...[...texte.matchAll(/<Retour de="(\w+)"|\bfait="(\w+)"/g)].map(([, de, fait]) => de ?? fait),
    ...Object.entries(ENSEMBLE).flatMap(([ou, actes]) => {
      const [lui = '', mot = ''] = ou.split(' ')
      return lui === fichier && texte.includes(mot) ? actes : []
    }),
  ])
  const aDire = ACTES_JOURNAL.filter((acte) => !phraseRetour(acte).startsWith('Réversible aussitôt'))
  expect(aDire.filter((acte) => !(acte in SANS_BOUTON) && !dits.includes(acte))).toEqual([])
  expect(Object.keys(SANS_BOUTON).filter((acte) => !aDire.includes(acte as ActeJournal))).toEqual([])
})
