import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button, Link as Lien, Typography } from '@mui/material'
import { Link, useLocation } from '@remix-run/react'
import { CONSTATS, type LigneAConstater } from '#domain/dossier/constat'
import { compter } from '#domain/nombre'
import { LIBELLE_CONSTAT, LIBELLE_REFUS_LIGNE } from '#libelles/dossier/constat'
import { EtatChip } from '#ui/kit/etat-chip'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { PageHeader } from '#ui/kit/page-header'

type Fait = { faits: string; refuses: { dossierId: string; phrase: string }[] }

/** The dossiers of a selection, those that can be closed and those that cannot and why, and the act that closes them at once. */
export function DossiersAConstater({ lignes }: { lignes: LigneAConstater[] }) {
  const envoi = useEnvoi<Reponse<Fait>>({ nom: 'constats', objet: useLocation().search })
  const { faits, refuses } = envoi.data ?? {}
  const ouvertes = lignes.filter(({ refus }) => refus === null)
  const raisonDe = ({ id, refus }: LigneAConstater) =>
    refuses?.find(({ dossierId }) => dossierId === id)?.phrase ?? (refus && LIBELLE_REFUS_LIGNE[refus])
  return (
    <>
      <PageHeader
        titre="Clore des dossiers"
        sousTitre="Pour des dossiers dont le rejet implicite est échu. Aucun courriel ne part."
        actes={
          <Button component={Link} to="/dossiers" variant="outlined">
            Revenir aux dossiers
          </Button>
        }
      />
      {faits && (
        <Bandeau severity="info" sx={{ mb: 2 }}>
          {faits}{' '}
          {refuses &&
            refuses.length > 0 &&
            `${compter(refuses.length, 'dossier reste tel quel', 'dossiers restent tels quels')}.`}
        </Bandeau>
      )}
      <Formulaire envoi={envoi}>
        <FormErreur reponse={envoi.data} />
        {ouvertes.length > 0 && (
          <Box sx={{ display: 'grid', gap: 2, mb: 2, maxWidth: 640 }}>
            <Box component="fieldset" sx={{ m: 0, p: 0, border: 0 }}>
              <Typography component="legend" variant="subtitle2" sx={{ p: 0 }}>
                Ce qui est constaté
              </Typography>
              {CONSTATS.map((constat) => (
                <Box
                  component="label"
                  key={constat}
                  sx={{ display: 'flex', gap: 1, py: 0.75, alignItems: 'flex-start' }}
                >
                  <input type="radio" name="constat" value={constat} required />
                  <span>
                    {LIBELLE_CONSTAT[constat].nom}
                    <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
                      {LIBELLE_CONSTAT[constat].dit}
                    </Typography>
                  </span>
                </Box>
              ))}
            </Box>
            <ChampTexte id="precision" name="precision" label="Précision (facultatif, gardée au journal)" />
            <Box>
              <Button type="submit" variant="contained" disabled={envoi.state !== 'idle'}>
                Clore {compter(ouvertes.length, 'dossier')}
              </Button>
            </Box>
          </Box>
        )}
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', borderTop: 1, borderColor: 'divider' }}>
          {lignes.map((ligne) => (
            <Box component="li" key={ligne.id} sx={LIGNE}>
              {ligne.refus === null && <input type="hidden" name="vise" value={`${ligne.id}:${ligne.version}`} />}
              <Lien component={Link} to={`/dossiers/${ligne.numero}`}>
                {ligne.numero}
              </Lien>
              <span>
                {ligne.objet}, {ligne.structure}
              </span>
              <EtatChip etat={ligne.etat} />
              <span>{raisonDe(ligne) ?? 'peut être clos'}</span>
            </Box>
          ))}
        </Box>
      </Formulaire>
    </>
  )
}

const LIGNE = {
  display: 'grid',
  gridTemplateColumns: { xs: '1fr', md: '120px 1fr 180px 280px' },
  columnGap: 2,
  rowGap: 0.25,
  py: 1,
  borderBottom: 1,
  borderColor: 'divider',
  fontSize: '0.875rem',
  overflowWrap: 'anywhere',
} as const
