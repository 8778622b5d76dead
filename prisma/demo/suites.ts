import { addDays } from '#domain/temps/jour'
import { demanderReversement } from '#usecases/suite-accord/demander-reversement'
import { enregistrerVersements } from '#usecases/suite-accord/enregistrer-versement'
import { jugerBilan } from '#usecases/suite-accord/juger-bilan'
import { recevoirBilan } from '#usecases/suite-accord/recevoir-bilan'
import { auBureau, type DepsDemo, type Evenement, type Monde, must } from './agenda'
import { rangDe } from './echanges'
import { numeroDe } from './extraction'

const vise = async ({ db }: DepsDemo, numero: string) => {
  const { id: dossierId, version } = await db.dossier.findUniqueOrThrow({ where: { numero } })
  return { dossierId, version }
}

/** A bilan that came and that nobody has looked at. */
function bilanAExaminer(monde: Monde): Evenement[] {
  const { calendrier, equipe } = monde
  const jour = addDays(calendrier.aujourdhui, -4)
  const numero = numeroDe(calendrier, rangDe('Vingt ans du jumelage avec Deal'))
  const faire = async (deps: DepsDemo) =>
    must(await recevoirBilan(deps, equipe.instructeur, { ...(await vise(deps, numero)), le: jour }), numero)
  return [{ le: auBureau(monde, jour, [15]), faire }]
}

/** A project that cost half of what was foreseen: its acompte was paid, and a part of it is asked back. */
function reversementAttendu(monde: Monde): Evenement[] {
  const { calendrier, equipe } = monde
  const ilYa = (jours: number) => addDays(calendrier.aujourdhui, -jours)
  const numero = numeroDe(calendrier, rangDe('Classe de découverte à Sienne'))
  const acompte = { nature: 'ACOMPTE', montantCents: 287_000n, reference: 'M-0412' } as const
  const depense = { verdict: 'CONFORME', motif: '', depenseCents: 700_000n } as const
  const demande = {
    montantCents: 80_500n,
    motif: 'L’arrondi est laissé à la structure.',
    modalites: 'Par virement au comptable du Département, à réception du titre de recette.',
  }
  return [
    {
      le: auBureau(monde, ilYa(16), [10]),
      faire: async (deps) => {
        const versements = [{ ...acompte, le: ilYa(16) }]
        must(
          await enregistrerVersements(deps, equipe.responsable, { ...(await vise(deps, numero)), versements }),
          numero,
        )
      },
    },
    {
      le: auBureau(monde, ilYa(9), [14]),
      faire: async (deps) => {
        must(await recevoirBilan(deps, equipe.instructeur, { ...(await vise(deps, numero)), le: ilYa(9) }), numero)
        must(await jugerBilan(deps, equipe.instructeur, { ...(await vise(deps, numero)), ...depense }), numero)
      },
    },
    {
      le: auBureau(monde, ilYa(5), [11]),
      faire: async (deps) => {
        const voulu = { ...(await vise(deps, numero)), ...demande, duLe: addDays(calendrier.aujourdhui, 25) }
        must(await demanderReversement(deps, equipe.responsable, voulu), numero)
      },
    },
  ]
}

/** What follows some grants. */
export const suitesDe = (monde: Monde): Evenement[] => [...bilanAExaminer(monde), ...reversementAttendu(monde)]
