import { Alert, Box, Button, Typography } from '@mui/material'
import { Form, useNavigation } from '@remix-run/react'
import type { RefusDeverrouillage, Section } from '#domain/dossier/deverrouillage'
import { formatJour, type Jour, jourDeParis } from '#domain/temps/jour'
import { LIBELLE_SECTION, libelleRefusDeverrouillage } from '#libelles/dossier'
import { LIBELLE_FERMETURE } from '#libelles/instruction'
import { formatInstant } from '#libelles/temps'
import { DossierDeverrouillageForm } from '#ui/dossier-deverrouillage-form'

type Personne = { prenom: string; nom: string }

type Deverrouillage = {
  id: string
  sections: Section[]
  motif: string
  ouvertLe: Date
  echeance: Date
  refermeLe: Date | null
  fermeture: 'ECHEANCE' | 'AGENT' | 'DEPOT' | 'ANNULATION' | null
  ouvertPar: Personne
}

type Souhait = {
  id: string
  texte: string
  demandeur: string
  recueLe: Date
  etat: 'EN_ATTENTE' | 'ACCEPTEE' | 'REFUSEE'
  traiteePar: Personne | null
  traiteeLe: Date | null
}

type Props = {
  version: number
  empechement: RefusDeverrouillage | null
  courant: Deverrouillage | null
  historique: Deverrouillage[]
  enAttente: Souhait[]
  traitees: Souhait[]
  echeance: { min: Jour; defaut: Jour; max: Jour }
  peut: boolean
}

/** Who may write in the dossier: what the demandeur asks, what is open, the form that opens, and what was. */
export function DossierDeverrouillages(props: Props) {
  const { version, empechement, courant, historique, enAttente, traitees, echeance, peut } = props
  const passe = historique.length + traitees.length > 0
  return (
    <Box sx={{ display: 'grid', gap: 3, maxWidth: 880 }}>
      {enAttente.length > 0 && (
        <section aria-labelledby="demandes">
          <Typography variant="h2" id="demandes" sx={{ mb: 1 }}>
            Ce que demande le demandeur
          </Typography>
          {enAttente.map((souhait) => (
            <Citation key={souhait.id} souhait={souhait} />
          ))}
          {!courant && peut && (
            <Typography variant="body2">
              En ouvrant le dossier, vous acceptez cette demande{'\u00a0'}: le courriel ci-dessous lui répondra.
            </Typography>
          )}
        </section>
      )}
      {courant && <Courant courant={courant} version={version} peut={peut} />}
      {!courant && (
        <section aria-labelledby="ouvrir">
          <Typography variant="h2" id="ouvrir" sx={{ mb: 1 }}>
            Ouvrir à modification
          </Typography>
          {!peut && <Alert severity="info">Seuls les instructeurs peuvent ouvrir un dossier à modification.</Alert>}
          {peut && empechement && <Alert severity="info">{libelleRefusDeverrouillage(empechement)}</Alert>}
          {peut && !empechement && <DossierDeverrouillageForm key={version} version={version} echeance={echeance} />}
        </section>
      )}
      <section aria-labelledby="historique">
        <Typography variant="h2" id="historique" sx={{ mb: 1 }}>
          Historique
        </Typography>
        {!passe && (
          <Typography>
            {courant ? 'C’est la première ouverture.' : 'Ce dossier n’a encore jamais été ouvert à modification.'}
          </Typography>
        )}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {historique.map((passee) => (
            <Passee key={passee.id} passee={passee} />
          ))}
        </Box>
        {traitees.map((souhait) => (
          <Citation key={souhait.id} souhait={souhait} />
        ))}
      </section>
    </Box>
  )
}

function Courant({ courant, version, peut }: { courant: Deverrouillage; version: number; peut: boolean }) {
  const busy = useNavigation().state !== 'idle'
  return (
    <Alert severity="info" sx={{ '& .MuiAlert-message': { flex: 1 } }}>
      <strong>Ouvert à modification jusqu’au {formatJour(jourDeParis(courant.echeance))} inclus</strong>
      <div>
        {courant.sections.map((s) => LIBELLE_SECTION[s]).join(', ')} · par {courant.ouvertPar.prenom}{' '}
        {courant.ouvertPar.nom}, le {formatInstant(courant.ouvertLe)}
      </div>
      <Box sx={{ whiteSpace: 'pre-wrap', my: 0.5 }}>{courant.motif}</Box>
      <div>
        Le dossier se refermera de lui-même à l’échéance. Jusque-là, il ne peut être ni déclaré complet ni décidé.
      </div>
      {peut && (
        <Form method="post" onSubmit={(event) => busy && event.preventDefault()}>
          <input type="hidden" name="version" value={version} />
          <Button
            type="submit"
            name="intent"
            value="refermer"
            variant="outlined"
            size="small"
            aria-disabled={busy}
            sx={{ mt: 1 }}
          >
            Refermer maintenant
          </Button>
        </Form>
      )}
    </Alert>
  )
}

const ETAT_DEMANDE = { EN_ATTENTE: 'En attente', ACCEPTEE: 'Acceptée', REFUSEE: 'Refusée' } as const

function Citation({ souhait: { texte, demandeur, recueLe, etat, traiteePar, traiteeLe } }: { souhait: Souhait }) {
  return (
    <Box component="figure" sx={{ m: 0, mb: 1.5 }}>
      <Box
        component="blockquote"
        sx={{
          m: 0,
          pl: 1.5,
          borderLeft: 3,
          borderColor: 'divider',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          fontSize: '0.9375rem',
        }}
      >
        {texte}
      </Box>
      <Box component="figcaption" sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.5 }}>
        {demandeur}, le {formatInstant(recueLe)} · {ETAT_DEMANDE[etat]}
        {traiteePar && traiteeLe && ` par ${traiteePar.prenom} ${traiteePar.nom}, le ${formatInstant(traiteeLe)}`}
      </Box>
    </Box>
  )
}

function Passee({ passee }: { passee: Deverrouillage }) {
  const { sections, motif, ouvertPar, ouvertLe, echeance, refermeLe, fermeture } = passee
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1, fontSize: '0.875rem' }}>
      <div>
        <strong>{sections.map((s) => LIBELLE_SECTION[s]).join(', ')}</strong> · ouvert par {ouvertPar.prenom}{' '}
        {ouvertPar.nom}, le {formatInstant(ouvertLe)}, jusqu’au {formatJour(jourDeParis(echeance))}
      </div>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{motif}</Box>
      <Box sx={{ color: 'text.secondary' }}>
        {refermeLe && fermeture
          ? `${LIBELLE_FERMETURE[fermeture]}, le ${formatInstant(refermeLe)}`
          : 'L’échéance est passée.'}
      </Box>
    </Box>
  )
}
