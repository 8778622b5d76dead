import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ACTES_JOURNAL } from '#domain/journal/entree'
import { EXPORT_DIRECT_MAX } from '#domain/rapport/export'
import { nomActe } from '#libelles/journal/journal'
import { choseDuJournal, LIBELLE_OBJET_JOURNAL } from '#libelles/journal/objet'
import { raconter } from '#libelles/journal/recit-journal'
import { agentsDuJournal, JournalParams, pageJournal } from '#queries/journal/page-journal'
import { compterJournal, nomsDesChoses } from '#queries/rapport/entrees-journal'
import { EntreesJournal } from '#ui/journal/entrees-journal'
import { ExportDuJournal } from '#ui/journal/export-journal'
import css from '#ui/journal/journal.module.css'
import { JournalRecherche } from '#ui/journal/journal-recherche'
import { PageError } from '#ui/kit/page-error/page-error'
import { PageHeader } from '#ui/kit/page-header'
import { agentLoader } from '#web/agent-route'

export const meta: MetaFunction = () => [{ title: 'Journal – MCEI' }]

const alphabetique = (a: { texte: string }, b: { texte: string }) => a.texte.localeCompare(b.texte, 'fr')

export const loader = agentLoader({ droit: 'journal.chercher', search: JournalParams }, async ({ deps, search }) => {
  const { apres, ...criteres } = search
  const [{ entrees, suivante }, agents, nombre] = await Promise.all([
    pageJournal(deps.db, search),
    agentsDuJournal(deps.db),
    compterJournal(deps.db, criteres, EXPORT_DIRECT_MAX),
  ])
  const noms = await nomsDesChoses(deps.db, entrees)
  const dits = Object.entries(criteres)
  return {
    adresse: new URLSearchParams(dits).toString(),
    cherche: { acte: '', agent: '', objet: '', q: '', depuis: '', jusqua: '', ...Object.fromEntries(dits) },
    longue: nombre > EXPORT_DIRECT_MAX,
    suivante: suivante === null ? null : String(suivante),
    debut: apres === undefined,
    actes: ACTES_JOURNAL.map((acte) => ({ valeur: acte, texte: nomActe(acte) })).sort(alphabetique),
    agents: [{ valeur: 'SYSTEME', texte: 'Le logiciel, de lui-même' }, ...agents],
    objets: Object.entries(LIBELLE_OBJET_JOURNAL).map(([valeur, texte]) => ({ valeur, texte })),
    entrees: entrees.map(({ id, le, acteur, objet, objetId, ...entree }) => ({
      id: String(id),
      le,
      acteur,
      chose: choseDuJournal(objet, objetId, noms.get(objetId)),
      ...raconter(entree),
    })),
  }
})

export default function Journal() {
  const { adresse, suivante, debut, entrees, longue, ...recherche } = useLoaderData<typeof loader>()
  const avec = (suite: string) => `?${[adresse, suite].filter(Boolean).join('&')}`
  return (
    <>
      <PageHeader
        titre="Journal"
        sousTitre="Tout ce qui a été fait, par qui et quand. Rien ne s’y modifie ni ne s’en efface."
      />
      <JournalRecherche {...recherche} />
      <nav aria-label="Autour du journal" className={css.suite}>
        {longue ? (
          <ExportDuJournal cherche={recherche.cherche} />
        ) : (
          <a href={`/administration/journal/export${avec('')}`}>Exporter en CSV</a>
        )}
        <Link to="/administration/journal/verification">Vérifier que rien n’a été touché</Link>
        {!debut && <Link to={avec('')}>Revenir au plus récent</Link>}
      </nav>
      {entrees.length === 0 && <p>Aucune entrée ne répond à cette recherche.</p>}
      <EntreesJournal entrees={entrees} />
      {suivante && (
        <p className={css.suite}>
          <Link to={avec(`apres=${suivante}`)}>Plus ancien</Link>
        </p>
      )}
    </>
  )
}

export { PageError as ErrorBoundary }
