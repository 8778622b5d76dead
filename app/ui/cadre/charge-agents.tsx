import { Link } from '@remix-run/react'
import { formatEntier } from '#domain/nombre'
import { noteDAbsence } from '#libelles/absence/absence'
import css from '#ui/cadre/charge-agents.module.css'

/** Who is away today, by id. */
type Absents = Record<string, { au: string; remplacant: string }>

type Charge = { agent: { id: string; nom: string } | null; aFaire: number; rejets: number; retards: number }

/** What each agent has in hand, each figure the count of the list it opens. */
export function ChargeAgents({ charge, absents }: { charge: readonly Charge[]; absents: Absents }) {
  if (charge.length === 0) return <p className={css.vide}>Aucun dossier n’est en cours.</p>
  return (
    <div className={css.cadre}>
      <table className={css.charge}>
        <thead>
          <tr>
            <th scope="col">Suivi par</th>
            <th scope="col">À faire</th>
            <th scope="col">Rejet proche</th>
            <th scope="col">En retard</th>
          </tr>
        </thead>
        <tbody>
          {charge.map(({ agent, aFaire, rejets, retards }) => {
            const de = `&agent=${agent?.id ?? 'personne'}`
            return (
              <tr key={agent?.id ?? 'personne'}>
                <th scope="row">{agent ? agent.nom + noteDAbsence(absents[agent.id]) : 'personne'}</th>
                <Nombre n={aFaire} vers={`/dossiers?vue=a-faire${de}`} />
                <Nombre n={rejets} vers={`/dossiers?vue=rejet-proche${de}`} />
                <Nombre n={retards} vers={`/dossiers?vue=delai-depasse${de}`} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const Nombre = ({ n, vers }: { n: number; vers: string }) => (
  <td>{n === 0 ? '0' : <Link to={vers}>{formatEntier(n)}</Link>}</td>
)
