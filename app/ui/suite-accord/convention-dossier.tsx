import type { EtatConvention } from '#domain/suite-accord/accord'
import { formatJour, type Jour } from '#domain/temps/jour'
import { phraseRetourDesSuites } from '#libelles/journal/retours-suites'
import { LIBELLE_ETAT_CONVENTION } from '#libelles/suite-accord/convention'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { JourDit, Reprise } from '#ui/suite-accord/jour-dit'

type Props = {
  action: string
  version: number
  etat: EtatConvention
  signeeLe: Jour | null
  peut: boolean
  /** Where the convention to sign is read. */
  papier: string
}

/** Whether a convention is needed, the paper to sign, whether it is signed, and the day an officer gives for it. */
export function ConventionDossier({ action, version, etat, signeeLe, peut, papier }: Props) {
  const signature = useEnvoi<Reponse>({ nom: 'convention', objet: action })
  const reprise = useEnvoi<Reponse>({ nom: 'conventionReprise', objet: action })
  return (
    <>
      <p>
        {signeeLe ? `${LIBELLE_ETAT_CONVENTION.SIGNEE} le ${formatJour(signeeLe)}.` : LIBELLE_ETAT_CONVENTION[etat]}
      </p>
      {etat !== 'SANS_OBJET' && (
        <p>
          <a href={papier} target="_blank" rel="noreferrer">
            Convention à relire et à faire signer (PDF, nouvel onglet)
          </a>
        </p>
      )}
      {signeeLe && peut && (
        <Reprise
          {...{ action, version }}
          envoi={reprise}
          titre="Reprendre la signature"
          intent="reprendre"
          bouton="Reprendre cette signature"
        />
      )}
      {etat === 'A_SIGNER' && peut && (
        <JourDit
          {...{ action, version }}
          envoi={signature}
          titre="Convention signée"
          intent="signer"
          champ={{
            label: 'Jour de la signature',
            aide: `Celui de la dernière signature. ${phraseRetourDesSuites('signerConvention')}`,
          }}
          variante="contained"
          bouton="Dire la convention signée"
        />
      )}
    </>
  )
}
