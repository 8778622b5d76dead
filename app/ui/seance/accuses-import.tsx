import { Button } from '@mui/material'
import { Link } from '@remix-run/react'
import type { AccuseJuge } from '#domain/seance/accuses-de-prefecture'
import { compter } from '#domain/nombre'
import { phraseAccuse, phraseAccuseRefuse, phraseAccusesFaits, phraseApercu } from '#libelles/seance/accuses'
import { nomDeSeance } from '#libelles/seance/seance'
import { Retour } from '#ui/kit/acte/retour'
import { Bandeau } from '#ui/kit/bandeau'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { FichierALire } from '#ui/seance/fichier-a-lire'
import css from '#ui/seance/seance.module.css'

type Faits = { faites: string[]; refusees: Parameters<typeof phraseAccuseRefuse>[0][] }

/** The acknowledgements of the préfecture, from the file of a tool: what each row would write is shown before any yes. */
export function AccusesImport() {
  const envoi = useEnvoi<Reponse<{ apercu: AccuseJuge[] }>>({ nom: 'fichierDAccuses', objet: 'seances' })
  const apercu = envoi.data?.apercu
  return (
    <section aria-labelledby="accuses" className={css.suite}>
      <h2 id="accuses">Accusés de réception de la préfecture</h2>
      <FichierALire
        {...{ envoi, action: '/commissions/accuses', nom: 'accuses', sous: 'accuses', accept: '.xlsx,.csv' }}
        label="Fichier des accusés de réception (.xlsx ou .csv)"
        aide={
          <>
            L’export de l’outil de télétransmission, avec deux colonnes{'\u00a0'}: Numéro de l’acte (par exemple
            2026-007) et Date de réception en préfecture. Vous verrez ligne par ligne ce qui sera écrit avant de dire
            oui.
          </>
        }
      />
      {apercu && <Apercu key={apercu.flatMap(viseDe).join()} lignes={apercu} />}
    </section>
  )
}

/** A séance at the version that is shown, and the day to write: what the yes posts. */
const viseDe = ({ refus, deliberation, recueLe }: AccuseJuge): string[] =>
  refus === null ? [`${deliberation.seance.id}:${deliberation.seance.version}:${recueLe}`] : []

function Apercu({ lignes }: { lignes: readonly AccuseJuge[] }) {
  const envoi = useEnvoi<Reponse<{ accuses: Faits }>>({ nom: 'accuses', objet: 'seances' })
  const vises = lignes.flatMap(viseDe)
  if (envoi.data?.accuses) return <Bilan {...envoi.data.accuses} />
  return (
    <>
      <p role="status">{phraseApercu(lignes)}</p>
      <Lignes lignes={lignes} />
      {vises.length > 0 && (
        <Formulaire
          envoi={envoi}
          action="/commissions?index"
          aria-label="Enregistrer les accusés de réception"
          className={css.formulaire}
        >
          <FormErreur reponse={envoi.data} />
          <input type="hidden" name="intent" value="enregistrerAccuses" />
          {vises.map((vise) => (
            <input key={vise} type="hidden" name="vise" value={vise} />
          ))}
          <div>
            <Retour de="rendreExecutoire" />
          </div>
          <div className={css.boutons}>
            <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
              Enregistrer {compter(vises.length, 'délibération')}
            </Button>
          </div>
        </Formulaire>
      )}
    </>
  )
}

const Lignes = ({ lignes }: { lignes: readonly AccuseJuge[] }) => (
  <div className={css.cadre}>
    <table className={css.table} aria-label="Lignes du fichier">
      <thead>
        <tr>
          <th scope="col">Ligne</th>
          <th scope="col">Délibération</th>
          <th scope="col">Séance</th>
          <th scope="col">Ce qui sera écrit, ou pourquoi rien</th>
        </tr>
      </thead>
      <tbody>
        {lignes.map((ligne) => (
          <tr key={ligne.rang}>
            <td>{ligne.rang}</td>
            <td>{ligne.deliberation?.numero ?? (ligne.numero || 'Aucun numéro')}</td>
            <td>
              {ligne.deliberation && (
                <Link to={`/commissions/${ligne.deliberation.seance.id}`}>
                  {nomDeSeance(ligne.deliberation.seance)}
                </Link>
              )}
            </td>
            <td>{phraseAccuse(ligne)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** What came of the yes: what is in force, and what was refused alone. */
const Bilan = ({ faites, refusees }: Faits) => (
  <Bandeau severity={refusees.length > 0 ? 'warning' : 'success'} role="status" marges="my1">
    <div>{phraseAccusesFaits(faites)}</div>
    {refusees.map((refusee, rang) => (
      <div key={rang}>{phraseAccuseRefuse(refusee)}</div>
    ))}
  </Bandeau>
)
