# What the host may answer when a call fails, and what Outlook's HRESULTs mean (reference: object model 7.3).
# HostErrors equals HOST_ERRORS of protocol.ts (a test compares them). Facility bits vary between stores (0x8... and 0xB...): the top four
# bits are left out when an HRESULT is looked up.
@{
    HostErrors = @(
        'Stale', 'NotFound', 'AlreadyThere', 'Refused', 'Unreadable', 'Busy', 'OutlookDead', 'OutlookMissing', 'OutlookClosed', 'Guarded',
        'PolicyBlocked', 'SecretUnreadable', 'BadRequest', 'HostBug'
    )
    HResults   = @{
        '0x80010001' = 'Busy'            # RPC_E_CALL_REJECTED
        '0x8001010A' = 'Busy'            # RPC_E_SERVERCALL_RETRYLATER
        '0x80080005' = 'Busy'            # CO_E_SERVER_EXEC_FAILURE: still starting, or of another integrity level
        '0x8007000E' = 'Busy'            # E_OUTOFMEMORY, 'too many items open'
        '0x8004011D' = 'Busy'            # MAPI_E_FAILONEPROVIDER: Exchange not connected
        '0xC204011D' = 'Busy'            # the same from a store provider
        '0x80040115' = 'Busy'            # MAPI_E_NETWORK_ERROR
        '0x800706BA' = 'OutlookDead'     # RPC server unavailable
        '0x800706BE' = 'OutlookDead'     # RPC call failed
        '0x80010108' = 'OutlookDead'     # RPC_E_DISCONNECTED
        '0x80010007' = 'OutlookDead'     # RPC_E_SERVER_DIED
        '0x80040154' = 'OutlookMissing'  # REGDB_E_CLASSNOTREG
        '0x800401F3' = 'OutlookMissing'  # CO_E_CLASSSTRING
        '0x80040155' = 'OutlookMissing'  # REGDB_E_IIDNOTREG: broken installation
        '0x8002801D' = 'OutlookMissing'  # TYPE_E_LIBNOTREGISTERED
        '0x80029C4A' = 'OutlookMissing'  # TYPE_E_CANTLOADLIBRARY
        '0x800702E4' = 'PolicyBlocked'   # ERROR_ELEVATION_REQUIRED
        '0x80004004' = 'Guarded'         # E_ABORT: the object model guard said no
        '0x8004010F' = 'NotFound'        # MAPI_E_NOT_FOUND
        '0x8004010A' = 'NotFound'        # MAPI_E_OBJECT_DELETED
        '0x80040109' = 'Stale'           # MAPI_E_OBJECT_CHANGED
        '0x80070005' = 'Refused'         # E_ACCESSDENIED: read-only folder
        '0x80040102' = 'Refused'         # MAPI_E_NO_SUPPORT
        '0xAF620009' = 'Refused'         # Start or End of a recurring master
    }
    # DISP_E_MEMBERNOTFOUND, DISP_E_UNKNOWNNAME: for a member that Outlook has, busy or dead, never absent (desk-rules.md 9).
    Unknown    = @('0x80020003', '0x80020006')
}
