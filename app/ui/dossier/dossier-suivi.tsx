import { Button } from '@mui/material'
import { type Etat, estDecide } from '#domain/dossier/etat'
import type { Etiquette } from '#domain/etiquette/etiquette'
import { DossierSuite } from '#ui/dossier/dossier-suite'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  adresse: string
  dossier: {
    version: number
    etat: Etat
    agentId: string | null
    agent: { prenom: string; nom: string } | null
    etiquettes: readonly Etiquette[]
  }
  moi: string
  droits: { affecter: boolean; instruire: boolean }
}

/** Who follows the dossier, the acts to take it, leave it or give it, and its étiquettes. */
export function DossierSuivi({ adresse, dossier, moi, droits }: Props) {
  const { version, etat, agentId, agent, etiquettes } = dossier
  const envoi = useEnvoi({ nom: 'suivi', objet: adresse })
  const busy = envoi.state !== 'idle'
  const mien = agentId === moi
  return (
    <>
      <span>{agent ? `Suivi par ${mien ? 'vous' : `${agent.prenom} ${agent.nom}`}` : 'Suivi par personne'}</span>
      {droits.affecter && !estDecide(etat) && (
        <Formulaire envoi={envoi} action={adresse} onSubmit={(event) => busy && event.preventDefault()}>
          <input type="hidden" name="version" value={version} />
          <Button
            type="submit"
            name="acte"
            value={mien ? 'liberer' : 'affecter'}
            size="small"
            aria-disabled={busy}
            sx={{ py: 0 }}
          >
            {mien ? 'Ne plus suivre' : 'Me l’affecter'}
          </Button>
        </Formulaire>
      )}
      <DossierSuite
        {...{ adresse, version, agentId, etiquettes }}
        confier={droits.affecter && !estDecide(etat)}
        etiqueter={droits.instruire}
      />
    </>
  )
}
