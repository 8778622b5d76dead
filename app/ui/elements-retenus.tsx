import { Box, Typography } from '@mui/material'
import type { ElementDemande } from '#domain/dossier/complement'
import { nomDePiece } from '#libelles/piece'
import { formatInstant } from '#libelles/temps'
import { RetenirBouton } from '#ui/retenir-bouton'

type Retenu = ElementDemande & { cle: string; par: string; le: Date }

/** What is kept to be asked for, who kept it and when. */
export function ElementsRetenus({ adresse, retenus, peut }: { adresse: string; retenus: Retenu[]; peut: boolean }) {
  return (
    <section aria-labelledby="retenus">
      <Typography variant="h2" id="retenus" sx={{ mb: 1 }}>
        Éléments retenus
      </Typography>
      {retenus.length === 0 && <Typography>Aucun élément n’est retenu pour une demande de compléments.</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {retenus.map((retenu) => (
          <Box component="li" key={retenu.cle} sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}>
            <strong>{retenu.code ? nomDePiece(retenu.code) : 'Formulaire'}</strong> – {retenu.constat} → {retenu.aFaire}
            <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
              Retenu par {retenu.par}, le {formatInstant(retenu.le)}
            </Box>
            {peut && <RetenirBouton adresse={adresse} element={retenu} retenu quoi={retenu.constat} />}
          </Box>
        ))}
      </Box>
    </section>
  )
}
