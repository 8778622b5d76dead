import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import type { EtatRecevabilite } from '#domain/dossier/etat-recevabilite'
import type { ExamenRecevabilite } from '#domain/dossier/examen-recevabilite'
import type { RegleRecevabilite } from '#domain/dossier/recevabilite'
import { LIBELLE_REGLE_RECEVABILITE, LIBELLE_VERDICT_RECEVABILITE } from '#libelles/dossier/recevabilite'
import { formatInstant } from '#libelles/temps'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { MotifForm } from '#ui/kit/formulaire/motif-form'
import { Icone } from '#ui/kit/icone/icone'

/** What is signalled, in words, and where on the dossier (`lieu`, after its address) it is read. */
type Signalement = { regle: RegleRecevabilite; constat: string; ou: string; lieu: string }

type Props = {
  adresse: string
  version: number
  recevabilite: { signalements: Signalement[]; examen: ExamenRecevabilite | null; etat: EtatRecevabilite }
  droits: { instruire: boolean; passerOutre: boolean; decider: boolean }
  /** Decided: what was signalled stays there to be read. */
  decide: boolean
}

/** What the règlement does not admit in this dossier, each with its evidence, and the three answers of an officer. */
export function DossierRecevabilite({ adresse, version, recevabilite, droits, decide }: Props) {
  const { signalements, examen, etat } = recevabilite
  const envoi = useEnvoi<Reponse>({ nom: 'recevabilite', objet: adresse })
  const [motive, setMotive] = useState(false)
  if (etat === 'RIEN_A_SIGNALER') return null
  const aVerifier = etat === 'A_VERIFIER' && !decide
  const action = `${adresse}/recevabilite`
  return (
    <Box
      component="section"
      id="recevabilite"
      aria-labelledby="titre-recevabilite"
      sx={{ border: 1, borderColor: aVerifier ? 'warning.main' : 'divider', borderRadius: 1, px: 1.5, py: 1, mb: 1.5 }}
    >
      <Typography id="titre-recevabilite" variant="h2" sx={{ fontSize: '0.9375rem', mb: 0.5 }}>
        {aVerifier ? 'Recevabilité à vérifier' : 'Recevabilité'}
      </Typography>
      <Box component="ul" sx={LISTE}>
        {signalements.map((signalement) => (
          <Ligne key={signalement.regle} signalement={signalement} adresse={adresse} />
        ))}
      </Box>
      {etat === 'VERIFIEE' && examen && (
        <Typography sx={{ fontSize: '0.875rem', mt: 0.75, overflowWrap: 'anywhere' }}>
          <strong>{LIBELLE_VERDICT_RECEVABILITE[examen.verdict]}</strong>, dit {examen.par} le{' '}
          {formatInstant(examen.le)}
          {examen.motif && `\u00a0: ${examen.motif}`}
        </Typography>
      )}
      <FormErreur reponse={envoi.data} champs={[]} />
      {droits.instruire && !decide && (
        <Box component={Formulaire} envoi={envoi} action={action} sx={ACTES}>
          <input type="hidden" name="version" value={version} />
          {aVerifier ? (
            <>
              <Button type="submit" name="intent" value="recevable" size="small" variant="outlined">
                Recevable
              </Button>
              {droits.passerOutre && (
                <Button size="small" onClick={() => setMotive(true)}>
                  Passer outre…
                </Button>
              )}
              {droits.decider && (
                <Button size="small" component={Link} to={`${adresse}/decision?acte=${irrecevable(signalements)}`}>
                  Irrecevable…
                </Button>
              )}
            </>
          ) : (
            <Button type="submit" name="intent" value="reprendre" size="small">
              Remettre à vérifier
            </Button>
          )}
        </Box>
      )}
      {motive && aVerifier && (
        <MotifForm
          identite={{ nom: 'passerOutreRecevabilite', objet: adresse }}
          action={action}
          cache={{ intent: 'passerOutre', version: String(version) }}
          label="Pourquoi examiner cette demande malgré tout"
          note="Ce motif, votre nom et la date restent au dossier et au journal."
          fait="verifierRecevabilite"
          verbe="Passer outre"
          fermer={() => setMotive(false)}
        />
      )}
    </Box>
  )
}

const LISTE = { m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75, fontSize: '0.875rem' } as const
const ACTES = { display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 } as const

const irrecevable = (signalements: readonly Signalement[]) =>
  signalements.some(({ regle }) => regle === 'HORS_DELAI') ? 'declarerHorsDelai' : 'declarerIneligible'

function Ligne({ signalement, adresse }: { signalement: Signalement; adresse: string }) {
  const { constat, ou, lieu } = signalement
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      <Box component="span" sx={{ color: 'var(--mui-palette-ton-alerte)', mt: '1px' }}>
        <Icone nom="warning" />
      </Box>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <strong>{LIBELLE_REGLE_RECEVABILITE[signalement.regle]}</strong>. {constat}{' '}
        <MuiLink component={Link} to={adresse + lieu} underline="always" preventScrollReset>
          {ou}
        </MuiLink>
      </Box>
    </Box>
  )
}
