import type { Montant } from '#domain/budget/montant'
import { compter } from '#domain/nombre'
import { formatJour } from '#domain/temps/jour'
import { enteteDe } from '#domain/portail/entetes'
import { chiffresDits } from '#libelles/budget/chiffres-dits'
import { montantCourt } from '#libelles/budget/montant'
import { libelleMotif } from '#libelles/dossier/dossier'
import { LIBELLE_ETAT } from '#libelles/dossier/etat'
import { libelleChose } from '#libelles/dossier/instruction-dossier'
import { direSignalement, LIBELLE_REGLE_RECEVABILITE } from '#libelles/dossier/recevabilite'
import { phraseVote } from '#libelles/dossier/vote'
import { raconter } from '#libelles/journal/recit-journal'
import { valeurDeChamp } from '#libelles/portail/champ-portail'
import { blocsRemplis } from '#libelles/portail/portail'
import { nomDeGenre } from '#libelles/structure'
import { formatInstant } from '#libelles/temps'
import type { FaitsDuResume } from '#reports/dossier/faits-du-resume'
import type { BlocDePapier, DocumentDePapier, PartieDePapier } from '#reports/document'

const texte = (dit: string): BlocDePapier => ({ nature: 'TEXTE', texte: dit })
const liste = (lignes: readonly string[]): BlocDePapier => ({ nature: 'LISTE', lignes })

/** A part that is one table; the parts of its width, by the name of its columns. */
const tableau = (
  titre: string,
  colonnes: readonly (readonly [string, number])[],
  rangees: string[][],
): PartieDePapier => ({
  titre,
  blocs: [{ nature: 'TABLEAU', colonnes: colonnes.map(([nom, part]) => ({ titre: nom, part })), rangees }],
})

const montant = (cents: Montant | null): string => (cents === null ? 'Non indiqué' : montantCourt(cents))

function enBref(f: FaitsDuResume): PartieDePapier {
  return {
    titre: 'En bref',
    blocs: [
      {
        nature: 'FAITS',
        faits: [
          ['État', LIBELLE_ETAT[f.etat]],
          ['Structure', `${f.structure.nom} (${nomDeGenre(f.structure.genre)})`],
          ['Campagne', f.campagne],
          ['Déposé le', f.deposeLe ? formatJour(f.deposeLe) : 'Pas encore déposé'],
          ['Suivi par', f.suiviPar ?? 'Personne'],
          ['Montant demandé', montant(f.montantDemandeCents)],
          ['Coût total du projet', montant(f.coutTotalCents)],
          ...(f.montantAccordeCents === null
            ? []
            : [['Montant accordé', montant(f.montantAccordeCents)] satisfies [string, string]]),
          ...(f.rejetLe ? [['Rejet implicite le', formatJour(f.rejetLe)] satisfies [string, string]] : []),
        ],
      },
    ],
  }
}

function aSuivre({ reste, bloquants, recevabilite }: FaitsDuResume): PartieDePapier {
  return {
    titre: 'Ce qui reste à faire et signalements',
    blocs: [
      liste([
        ...reste.map(libelleChose),
        ...bloquants,
        ...recevabilite.map((s) => `${LIBELLE_REGLE_RECEVABILITE[s.regle]}\u00a0: ${direSignalement(s).constat}`),
      ]),
    ],
  }
}

function laProposition({ proposition }: FaitsDuResume): PartieDePapier {
  if (!proposition) return { titre: 'Proposition', blocs: [] }
  const { dite, motif, par, le } = proposition
  return {
    titre: 'Proposition',
    blocs: [
      {
        nature: 'FAITS',
        faits: [
          ['Proposition', dite],
          ...(motif ? [['Motif', motif] satisfies [string, string]] : []),
          ['Faite le', `${formatInstant(le)}, par ${par}`],
        ],
      },
    ],
  }
}

const leService = ({ service }: FaitsDuResume): PartieDePapier => ({
  titre: 'Champs du service',
  blocs: [{ nature: 'FAITS', faits: service }],
})

function laDecision({ decision }: FaitsDuResume): PartieDePapier {
  if (!decision) return { titre: 'Décision', blocs: [texte('Aucune décision n’est prise.')] }
  const { nature, montantCents, motif, precision, vote, priseLe, prisePar } = decision
  return {
    titre: 'Décision',
    blocs: [
      {
        nature: 'FAITS',
        faits: [
          ['Décision', LIBELLE_ETAT[nature]],
          ...(montantCents === null ? [] : [['Montant', montant(montantCents)] satisfies [string, string]]),
          ...(motif ? [['Motif', libelleMotif(motif)] satisfies [string, string]] : []),
          ...(precision ? [['Précision', precision] satisfies [string, string]] : []),
          ...(vote ? [['Vote', phraseVote(vote)] satisfies [string, string]] : []),
          ['Prise le', `${formatInstant(priseLe)}, par ${prisePar}`],
        ],
      },
    ],
  }
}

const lesPieces = ({ pieces }: FaitsDuResume): PartieDePapier =>
  tableau(
    'Pièces et verdicts',
    [
      ['Pièce', 0.34],
      ['État', 0.16],
      ['Motif, par qui et quand', 0.25],
      ['Signalements', 0.25],
    ],
    pieces.map(({ nom, fichier, etat, raison, signalements }) => [
      fichier ? `${nom}\n${fichier}` : nom,
      etat,
      raison,
      signalements.join('\n'),
    ]),
  )

function leBudget({ budget }: FaitsDuResume): PartieDePapier {
  const titre = 'Budget'
  if (!budget) return { titre, blocs: [texte('Aucun budget n’est déposé.')] }
  if (budget.etat === 'EN_ATTENTE')
    return { titre, blocs: [texte(`Le classeur «\u00a0${budget.fichier}\u00a0» n’est pas encore lu.`)] }
  if (budget.etat === 'ILLISIBLE') return { titre, blocs: [texte(budget.motif)] }
  return {
    titre,
    blocs: [
      texte(`Lu dans «\u00a0${budget.fichier}\u00a0».`),
      { nature: 'FAITS', faits: chiffresDits(budget.chiffres) },
      liste(budget.constats.map(({ message, aFaire }) => `${message} ${aFaire}`.trim())),
    ],
  }
}

function leFormulaire({ champs, anomalies }: FaitsDuResume): PartieDePapier[] {
  const parties = blocsRemplis(champs).map(({ titre, noms }) => ({
    titre: `Formulaire\u00a0: ${titre}`,
    blocs: [
      {
        nature: 'FAITS' as const,
        faits: noms.flatMap((nom) => {
          const valeur = champs[nom]
          return valeur ? [[enteteDe(nom), valeurDeChamp(nom, valeur)] satisfies [string, string]] : []
        }),
      },
    ],
  }))
  if (anomalies.length === 0) return parties
  const dites = liste(anomalies.map(({ colonne, motif }) => `${colonne}\u00a0: ${motif}`))
  return [...parties, { titre: 'Anomalies du formulaire', blocs: [dites] }]
}

function lesCourriels({ courriels }: FaitsDuResume): PartieDePapier {
  if (courriels.length === 0) return { titre: 'Échanges', blocs: [texte('Aucun courriel n’a été échangé.')] }
  return tableau(
    'Échanges',
    [
      ['Date', 0.18],
      ['De ou à', 0.3],
      ['Objet', 0.36],
      ['État', 0.16],
    ],
    courriels.map(({ le, sens, qui, sujet, etat }) => [
      formatInstant(le),
      `${sens === 'RECU' ? 'De' : 'À'} ${qui}`,
      sujet,
      etat,
    ]),
  )
}

function leJournal({ journal, journalTotal }: FaitsDuResume): PartieDePapier {
  const { titre, blocs } = tableau(
    'Journal',
    [
      ['Date', 0.18],
      ['Par', 0.2],
      ['Acte', 0.62],
    ],
    journal.map(({ le, acteur, ...entree }) => {
      const { phrase, precisions, changements } = raconter(entree)
      const changes = changements.map(({ champ, avant, apres }) => `${champ}\u00a0: ${avant} → ${apres}`)
      return [formatInstant(le), acteur, [phrase, ...precisions, ...changes].join(' · ')]
    }),
  )
  if (journalTotal <= journal.length) return { titre, blocs }
  const abrege = `Journal abrégé\u00a0: ${compter(journal.length, 'entrée')}, les plus récentes de ${journalTotal}.`
  return { titre, blocs: [texte(abrege), ...blocs] }
}

const aQuelqueChose = (bloc: BlocDePapier): boolean =>
  bloc.nature === 'TEXTE' ||
  (bloc.nature === 'FAITS' ? bloc.faits : bloc.nature === 'LISTE' ? bloc.lignes : bloc.rangees).length > 0

/** The résumé of a dossier as a document: what a meeting or a paper file keeps of it. A part with nothing in it is left out. */
export function resumeDeDossier(faits: FaitsDuResume, ecritLe: Date): DocumentDePapier {
  const numero = faits.numero ?? 'Brouillon'
  const parties = [
    enBref(faits),
    aSuivre(faits),
    laProposition(faits),
    laDecision(faits),
    leService(faits),
    lesPieces(faits),
    leBudget(faits),
    ...leFormulaire(faits),
    lesCourriels(faits),
    leJournal(faits),
  ]
  return {
    titre: `${numero} · ${faits.objet || 'Sans objet indiqué'}`,
    sousTitre: `${faits.structure.nom} – résumé écrit le ${formatInstant(ecritLe)}`,
    pied: `MCEI, dossier ${numero}`,
    parties: parties
      .map(({ titre, blocs }) => ({ titre, blocs: blocs.filter(aQuelqueChose) }))
      .filter(({ blocs }) => blocs.length > 0),
  }
}
