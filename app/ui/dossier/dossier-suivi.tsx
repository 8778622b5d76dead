import { Button } from '@mui/material'
import { Form, useNavigation } from '@remix-run/react'
import { type Etat, estDecide } from '#domain/dossier/etat'

type Props = {
  adresse: string
  dossier: { version: number; etat: Etat; agentId: string | null; agent: { prenom: string; nom: string } | null }
  moi: string
  droits: { affecter: boolean }
}

/** Who follows the dossier, and the act to take it or leave it. */
export function DossierSuivi({ adresse, dossier: { version, etat, agentId, agent }, moi, droits }: Props) {
  const busy = useNavigation().state !== 'idle'
  const mien = agentId === moi
  return (
    <>
      <span>{agent ? `Suivi par ${mien ? 'vous' : `${agent.prenom} ${agent.nom}`}` : 'Suivi par personne'}</span>
      {droits.affecter && !estDecide(etat) && (
        <Form method="post" action={adresse} onSubmit={(event) => busy && event.preventDefault()}>
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
        </Form>
      )}
    </>
  )
}
